"""The square code of the join page: a phone's camera reads the address from it."""

from __future__ import annotations

import io

import segno

from wres.charts import theme

# Four light modules on each side are what readers of such codes need.
BORDER = 4


def join_address(base: str, code: str) -> str:
    """Return the address of a session's page for phones; ``base`` is that of the program."""
    return f"{base.rstrip('/')}/room/{code}"


def join_picture(address: str) -> str:
    """Return a QR code of an address as SVG, which scales to any size.

    Source: ISO/IEC 18004, error correction level M, made by segno.
    """
    out = io.BytesIO()
    segno.make_qr(address, error="m").save(
        out,
        kind="svg",
        border=BORDER,
        dark=theme.TEXT,
        light=theme.BACKGROUND,
        title="Code to scan with a phone",
        omitsize=True,
        xmldecl=False,
    )
    return out.getvalue().decode("utf-8")
