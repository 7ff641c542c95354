"""Charts as pictures to keep: PNG and SVG of each, with its words beside it, in one archive."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wres.charts import Drawing
from wres.charts.picture import Caption, png, svg
from wres.reports.archives import archive
from wres.text import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFile:
    """One chart to keep: the name of its files, the words burnt in, and the text alternative."""

    name: str
    drawing: Drawing
    caption: Caption
    alt: str


def picture_files(pictures: Iterable[PictureFile]) -> bytes:
    """Return a ZIP: of each chart a PNG at twice the size, an SVG, and its words as a text."""
    files: dict[str, bytes] = {}
    for one in pictures:
        files[f"{one.name}.png"] = png(one.drawing, one.caption)
        files[f"{one.name}.svg"] = svg(one.drawing, one.caption, alt=one.alt).encode("utf-8")
        files[f"{one.name}.txt"] = picture_words(one).encode("utf-8")
    return archive(files)


def picture_words(one: PictureFile) -> str:
    """Return what a picture shows, for those who do not see it, a paragraph a line."""
    told = one.caption
    lines = (told.headline, told.subtitle, one.alt, told.note, told.source, told.made_on)
    return "".join(f"{one_line(line)}\r\n" for line in lines if line)
