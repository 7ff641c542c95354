"""The changes of rows, words and columns that repairs make on the lines a check names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from wres.upload.checking import Upload
from wres.upload.checks_mangled import band_of_date, with_zeros
from wres.upload.columns import Field
from wres.upload.figures import Figure
from wres.upload.repairing import Edit, change, key_column, left_out

Lines = frozenset[int]


def _on(upload: Upload, lines: Lines) -> Iterator[Figure]:
    return (figure for figure in upload.figures if figure.line in lines)


def leave_rows_out(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that leave the named rows out."""
    yield from (left_out(upload, line) for line in sorted(lines) if line in upload.rows_by_line)


def leave_repeats_out(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that keep the first of rows that say the same, and leave out the rest."""
    seen: dict[tuple[str, ...], int] = {}
    for line in upload.reading.rows:
        if line.number in lines and seen.setdefault(line.cells, line.number) != line.number:
            yield left_out(upload, line.number)


def keep_first(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that keep the first row of each figure that is given more than once."""
    yield from _keep_one(upload, lines, at=0)


def keep_last(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that keep the last row of each figure that is given more than once."""
    yield from _keep_one(upload, lines, at=-1)


def _keep_one(upload: Upload, lines: Lines, *, at: int) -> Iterator[Edit]:
    places: dict[object, list[int]] = defaultdict(list)
    for figure in _on(upload, lines):
        places[figure.key].append(figure.line)
    kept = {sorted(found)[at] for found in places.values()}
    gone = {line for found in places.values() for line in found} - kept
    yield from (left_out(upload, line) for line in sorted(gone))


def bands_restored(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that read a date as the one band it can have been made of."""
    column = key_column(upload, Field.BAND)
    for line in sorted(lines):
        band = band_of_date(_cell(upload, line, column))
        if band:
            yield from change(upload, line, column=column, after=band)


def bands_filled_down(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that write the band above into the empty cells merged with it."""
    column, band = key_column(upload, Field.BAND), ""
    for line in upload.reading.rows if column >= 0 else ():
        if line.cells[column]:
            band = line.cells[column]
        elif line.number in lines:
            yield from change(upload, line.number, column=column, after=band)


def bands_for_all(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that say in the empty cells that the row is of all bands."""
    column = key_column(upload, Field.BAND)
    for line in sorted(lines):
        if column >= 0 and not _cell(upload, line, column):
            yield from change(upload, line, column=column, after="all")


def zeros_restored(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that give a code its zeros back, where exactly one known code fits."""
    column = key_column(upload, Field.ORG_CODE)
    for line in sorted(lines):
        codes = with_zeros(_cell(upload, line, column).upper(), upload.organisations)
        if len(codes) == 1:
            yield from change(upload, line, column=column, after=codes[0])


def heirs_named(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that name the single successor of an organisation that had closed."""
    column = key_column(upload, Field.ORG_CODE)
    for figure in _first_of_lines(upload, lines):
        org = figure.organisation
        heirs = upload.organisations.successors(org.code) if org else ()
        if len(heirs) == 1 and _cell(upload, figure.line, column):
            yield from change(upload, figure.line, column=column, after=heirs[0].code)


def codes_from_names(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that take the organisation from its name instead of its code."""
    column = key_column(upload, Field.ORG_CODE)
    for figure in _first_of_lines(upload, lines):
        named = upload.organisations.named(figure.draft.keys.org_name)
        if named is not None:
            yield from change(upload, figure.line, column=column, after=named.code)


def columns_ignored(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that leave out the columns that are not understood."""
    for use in upload.uses:
        if use.field is Field.UNKNOWN and use.header:
            yield _use(upload, use.header, use.position, given=Field.IGNORED.value)


def later_columns_ignored(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that keep the first of columns that mean the same."""
    seen = set()
    for use in upload.uses:
        if use.field in (Field.UNKNOWN, Field.IGNORED, Field.PERSONAL):
            continue
        if use.meaning in seen:
            yield _use(upload, use.header, use.position, given=Field.IGNORED.value)
        seen.add(use.meaning)


def year_is_survey(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the change that reads a column of years as survey years."""
    for use in upload.uses:
        if use.field is Field.YEAR:
            yield _use(upload, use.header, use.position, given=Field.SURVEY_YEAR.value)


def year_is_wres(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the change that says a column of years holds WRES years."""
    for use in upload.uses:
        if use.field in (Field.YEAR, Field.SURVEY_YEAR):
            yield _use(upload, use.header, use.position, given=Field.WRES_YEAR.value)


def letters_mended(upload: Upload, lines: Lines) -> Iterator[Edit]:
    """Yield the changes that read broken letters in the encoding they were saved in."""
    for line in upload.reading.rows:
        for at, cell in enumerate(line.cells) if line.number in lines else ():
            yield from change(upload, line.number, column=at, after=_mended(cell))


def _mended(cell: str) -> str:
    for encoding in ("cp1252", "latin-1"):
        try:
            return cell.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return cell


def _use(upload: Upload, header: str, column: int, *, given: str) -> Edit:
    return Edit(
        line=upload.reading.header_row,
        column=column,
        before=header,
        after=given,
        sheet=upload.reading.sheet,
    )


def _first_of_lines(upload: Upload, lines: Lines) -> Iterator[Figure]:
    return (upload.groups.by_line[line][0] for line in sorted(lines) if upload.groups.by_line[line])


def _cell(upload: Upload, line: int, column: int) -> str:
    row = upload.rows_by_line.get(line)
    return row.cells[column] if row and column >= 0 else ""
