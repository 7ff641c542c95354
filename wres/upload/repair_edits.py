"""The changes each repair makes: which cells of the lines a check names, and to what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np

from wres.upload.checking import Upload
from wres.upload.checks_cells import is_spreadsheet_error
from wres.upload.checks_history import TENFOLD, looks_turned
from wres.upload.checks_patterns import coded_missing
from wres.upload.columns import Field
from wres.upload.figures import Figure
from wres.upload.grouping import share_of
from wres.upload.mapping import Scale
from wres.upload.repairing import Edit, change, column_of

Lines = frozenset[int]
_COUNTS = (Field.NUMERATOR, Field.DENOMINATOR)
_MOSTLY = 0.7


def _on(upload: Upload, lines: Lines) -> Iterator[Figure]:
    return (figure for figure in upload.figures if figure.line in lines)


def _after_a_year(upload: Upload, lines: Lines) -> Iterator[tuple[float, Figure]]:
    """The figures of some lines that have one a year before, and what that was."""
    there, here = upload.known.year_before(
        np.flatnonzero(np.isin(upload.arrays.line, tuple(lines)))
    )
    values = upload.known.share[there].tolist()
    yield from zip(values, upload.chosen(here), strict=True)


def _value(upload: Upload, figure: Figure, after: str) -> Iterable[Edit]:
    column = column_of(upload, figure, Field.VALUE)
    return change(upload, figure.line, column=column, after=after)


def number_text(number: float) -> str:
    """Return a number as a cell holds it, without the noise of binary fractions."""
    return f"{number:.6f}".rstrip("0").rstrip(".")


def turn_high(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that turn shares above 70% into what is left to 100%."""
    for figure in _on(upload, lines):
        if not figure.is_ratio and (share_of(figure) or 0.0) > _MOSTLY:
            yield from _turned(upload, figure)


def turn_like_before(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that turn shares that are what the year before leaves to 100%."""
    for before, figure in _after_a_year(upload, lines):
        if not figure.is_ratio and looks_turned(before, share_of(figure)):
            yield from _turned(upload, figure)


def _turned(upload: Upload, figure: Figure) -> Iterator[Edit]:
    printed = figure.printed
    if printed.number is not None and figure.value is not None:
        whole = 100.0 if abs(printed.number - 100 * _plain_share(figure)) < 1e-6 else 1.0
        sign = "%" if printed.has_percent_sign else ""
        yield from _value(upload, figure, number_text(whole - printed.number) + sign)
    if figure.counts:
        top = column_of(upload, figure, Field.NUMERATOR)
        rest = int(figure.denominator.number or 0) - int(figure.numerator.number or 0)
        yield from change(upload, figure.line, column=top, after=str(rest))


def _plain_share(figure: Figure) -> float:
    share = figure.value or 0.0
    return 1 - share if figure.draft.is_flipped else share


def swap_groups(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that give each BME figure to White and each White figure to BME."""
    for bme, white in upload.groups.pairs:
        if bme.line not in lines and white.line not in lines:
            continue
        for field in (Field.VALUE, *_COUNTS):
            first, second = (column_of(upload, f, field) for f in (bme, white))
            if first >= 0 and second >= 0:
                texts = [_text(f, field) for f in (bme, white)]
                yield from change(upload, bme.line, column=first, after=texts[1])
                yield from change(upload, white.line, column=second, after=texts[0])


def _text(figure: Figure, field: Field) -> str:
    name = "value" if field is Field.VALUE else field.value
    return str(getattr(figure.draft, name))


def swap_counts(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that swap a count with the smaller base beside it."""
    for figure in _on(upload, lines):
        if figure.counts and figure.counts[0] > figure.counts[1]:
            top, base = (column_of(upload, figure, field) for field in _COUNTS)
            if top >= 0 and base >= 0:
                yield from change(upload, figure.line, column=top, after=figure.draft.denominator)
                yield from change(upload, figure.line, column=base, after=figure.draft.numerator)


def drop_percent_sign(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that take the percent sign off ratios."""
    for figure in _on(upload, lines):
        if figure.is_ratio and figure.printed.has_percent_sign:
            yield from _value(upload, figure, figure.printed.text.rstrip("% "))


def turn_ratio(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that turn ratios the other way up, to two decimals."""
    for figure in _on(upload, lines):
        if figure.is_ratio and figure.value:
            yield from _value(upload, figure, f"{1 / figure.value:.2f}")


def shift_decimal_point(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that move the decimal point until a figure is near the year before."""
    for before, figure in _after_a_year(upload, lines):
        now, printed = share_of(figure), figure.printed.number
        if not before or not now or printed is None or figure.counts:
            continue
        factor = 1.0
        while now * factor / before >= TENFOLD**0.5:
            factor /= TENFOLD
        while now * factor / before < TENFOLD**-0.5:
            factor *= TENFOLD
        sign = "%" if figure.printed.has_percent_sign else ""
        if factor != 1.0:
            yield from _value(upload, figure, number_text(printed * factor) + sign)


def blank_values(wanted: Callable[[Figure], bool]) -> Callable[[Upload, Lines], Iterator[Edit]]:
    """Return a repair that reads the printed figures that are wanted as missing."""

    def edits(upload: Upload, lines: Lines) -> Iterator[Edit]:
        for figure in _on(upload, lines):
            if wanted(figure):
                yield from _value(upload, figure, "")

    return edits


def blank_coded(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that read a code for missing as missing."""
    for figure in coded_missing(upload):
        if figure.line in lines:
            yield from _value(upload, figure, "")


def blank_errors(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that read a spreadsheet's errors as missing figures."""
    for figure in _on(upload, lines):
        for field in (Field.VALUE, *_COUNTS):
            if is_spreadsheet_error(_text(figure, field)):
                column = column_of(upload, figure, field)
                yield from change(upload, figure.line, column=column, after="")


def blank_bases(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that leave out the base of a percentage given without its count."""
    for figure in _on(upload, lines):
        if figure.value is not None and not figure.draft.numerator and figure.draft.denominator:
            column = column_of(upload, figure, Field.DENOMINATOR)
            yield from change(upload, figure.line, column=column, after="")


def decimal_points(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that write decimal commas as points."""
    for figure in _on(upload, lines):
        if "," in figure.printed.text:
            yield from _value(upload, figure, figure.printed.text.replace(",", "."))


def percent_text(factor: float, upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that write the columns of unsure scale with a percent sign."""
    unsure = {s.position for s in upload.scales if not s.is_sure}
    yield from _rescaled(upload, unsure, factor=factor, sign="%")


def scales_joined(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that write columns of 0 to 1 as 0 to 100."""
    low = {s.position for s in upload.scales if s.scale is Scale.ZERO_TO_ONE}
    yield from _rescaled(upload, low, factor=100.0, sign="")


def _rescaled(upload: Upload, columns: set[int], *, factor: float, sign: str) -> Iterator[Edit]:
    for figure in upload.figures:
        printed = figure.printed
        if figure.draft.column in columns and printed.number is not None and not figure.is_ratio:
            yield from _value(upload, figure, number_text(printed.number * factor) + sign)


def scale_unmixed(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that write the few cells on another scale as the rest of the column."""
    mixed = {s.position: s for s in upload.scales if s.mixed_lines}
    for figure in _on(upload, lines):
        scale, printed = mixed.get(figure.draft.column), figure.printed
        if scale is None or figure.line not in scale.mixed_lines or printed.number is None:
            continue
        yield from _value(upload, figure, _like_the_rest(printed.number, scale.scale, figure))


def _like_the_rest(number: float, scale: Scale, figure: Figure) -> str:
    is_percent = figure.printed.has_percent_sign
    if scale is Scale.ZERO_TO_ONE:
        return number_text(number / 100)
    small = not is_percent and 0 < number < 1
    hundred = number * 100 if small else number
    rest_is_signed = not is_percent and not small
    return number_text(hundred) + ("%" if rest_is_signed else "")
