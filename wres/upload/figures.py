"""Figures typed: each draft's words turned into the standard's terms, or left None to be reported.

Nothing is refused here; the checks look at what could not be understood and say so by line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from wres.indicators import LIKELIHOOD_INDICATORS, SURVEY_INDICATORS
from wres.organisations import Organisation, Organisations
from wres.terms import Band, EthnicGroup, StaffGroup, Status
from wres.upload.columns import ColumnUse
from wres.upload.mapping import Choices, Scale
from wres.upload.numbers import Quantity, quantity
from wres.upload.row_terms import RowTerms, TermReader
from wres.upload.scales import ColumnScale, Sample, beside_each_other, column_scale, fixed_scale
from wres.upload.shapes.draft import Draft, Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure understood as far as it could be; ``value`` is 0 to 1, or a ratio.

    ``counts`` is how many people of how many, when both are given as whole numbers. ``key`` is
    what makes two figures the same one, ``status`` whether it can be shown, and if not, why;
    ``share`` is the figure from its counts, as printed where there are none, ``base`` the number
    of people it is about. They are worked out once, as nearly every check asks for them.
    """

    draft: Draft
    terms: RowTerms
    group: EthnicGroup | None
    is_ratio: bool
    numerator: Quantity
    denominator: Quantity
    printed: Quantity
    counts: tuple[int, int] | None
    value: float | None = None
    key: tuple[object, ...] = field(init=False, repr=False, compare=False)
    status: Status = field(init=False, repr=False, compare=False)
    share: float | None = field(init=False, repr=False, compare=False)
    base: int | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        group = self.group.value if self.group else None
        kept = partial(object.__setattr__, self)
        kept("key", (self.terms.place, group, self.is_ratio))
        kept("status", self._status())
        kept("share", self._share())
        kept("base", self._base())

    @property
    def line(self) -> int:
        """The line of the file, counted from one."""
        return self.draft.line

    @property
    def organisation(self) -> Organisation | None:
        """The organisation, or None when it is not known."""
        return self.terms.organisation

    @property
    def indicator(self) -> int | None:
        """The number the row names, which may be no indicator of the standard."""
        return self.terms.indicator

    @property
    def staff_group(self) -> StaffGroup | None:
        """The staff group, or None when it is not known."""
        return self.terms.staff_group

    @property
    def band(self) -> Band | None:
        """The band, or None when it is not known."""
        return self.terms.band

    @property
    def wres_year(self) -> int | None:
        """The WRES year, or None when the row gives no year."""
        return self.terms.wres_year

    @property
    def survey_year(self) -> int | None:
        """The survey year, or None when the row gives no year."""
        return self.terms.survey_year

    @property
    def is_left_out(self) -> bool:
        """Whether the row is understood and not kept.

        A total row, a part of a wider group, or an organisation of a national file that is not in
        our list. England stands for itself in its own publication, and is a total in a trust's.
        """
        total = self.terms.is_total and not self.draft.edition
        part = self.terms.is_detailed and self.draft.group is None
        return total or part or self.is_unlisted

    @property
    def is_unlisted(self) -> bool:
        """Whether it is one organisation among many in a national file, and not in our list."""
        return self.draft.is_of_many and self.organisation is None

    @property
    def is_survey(self) -> bool:
        """Whether the figure is of a staff survey indicator."""
        return self.terms.indicator in SURVEY_INDICATORS

    @property
    def place(self) -> tuple[object, ...]:
        """What a figure is about, apart from its ethnic group."""
        return self.terms.place

    def _share(self) -> float | None:
        if not self.is_ratio and self.counts and self.counts[1]:
            return self.counts[0] / self.counts[1]
        return self.value

    def _base(self) -> int | None:
        base = self.denominator
        return int(base.number) if base.is_whole and base.number is not None else None

    def _status(self) -> Status:
        marks = (self.printed.mark, self.numerator.mark, self.denominator.mark)
        if Status.HIDDEN in marks:
            return Status.HIDDEN
        if self.value is not None or (self.counts and self.counts[1]):
            return Status.SHOWN
        return Status.NOT_APPLICABLE if Status.NOT_APPLICABLE in marks else Status.MISSING


def figures_of(
    drafts: Sequence[Draft],
    uses: tuple[ColumnUse, ...],
    *,
    organisations: Organisations,
    choices: Choices,
) -> tuple[tuple[Figure, ...], tuple[ColumnScale, ...]]:
    """Return every figure understood, with its value on one scale, and the scale of each column."""
    reader = TermReader(organisations, choices)
    terms = [reader.read(draft.keys) for draft in drafts]
    scales = _scales(drafts, terms, uses=uses, chosen=choices.scale)
    found = tuple(
        _figure(draft, said, scales.get(draft.column))
        for draft, said in zip(drafts, terms, strict=True)
    )
    return found, tuple(scales.values())


def _figure(draft: Draft, terms: RowTerms, scale: ColumnScale | None) -> Figure:
    is_ratio, printed = _is_ratio(draft, terms), quantity(draft.value)
    share = scale.proportion(printed) if scale and not is_ratio else None
    if draft.is_flipped and share is not None:
        share = round(1 - share, 12)
    return Figure(
        draft=draft,
        terms=terms,
        group=EthnicGroup.ALL if is_ratio else draft.group or terms.group,
        is_ratio=is_ratio,
        numerator=quantity(draft.numerator),
        denominator=quantity(draft.denominator),
        printed=printed,
        counts=_counts(draft),
        value=printed.number if is_ratio else share,
    )


def _is_ratio(draft: Draft, terms: RowTerms) -> bool:
    if draft.measure is Measure.RATIO:
        return True
    if draft.measure is not Measure.VALUE or terms.indicator not in LIKELIHOOD_INDICATORS:
        return False
    group = draft.group or terms.group
    return group is EthnicGroup.ALL or not (group or draft.keys.ethnic_group)


def _counts(draft: Draft) -> tuple[int, int] | None:
    if not draft.numerator:
        return None
    top, base = quantity(draft.numerator), quantity(draft.denominator)
    if not (top.is_whole and base.is_whole):
        return None
    yes, everyone = int(top.number or 0), int(base.number or 0)
    return (everyone - yes if draft.is_flipped else yes), everyone


def _scales(
    drafts: Sequence[Draft],
    terms: Sequence[RowTerms],
    *,
    uses: tuple[ColumnUse, ...],
    chosen: Scale,
) -> dict[int, ColumnScale]:
    samples: dict[int, list[Sample]] = {}
    for draft, said in zip(drafts, terms, strict=True):
        if draft.column >= 0 and draft.value and not _is_ratio(draft, said):
            samples.setdefault(draft.column, []).append(_sample(draft, said))
    found = {
        position: column_scale(
            uses[position].header, position, samples=samples[position], chosen=chosen
        )
        for position in sorted(samples)
    }
    found = beside_each_other(found, samples)
    return {
        position: fixed_scale(scale) if uses[position].is_fixed else scale
        for position, scale in found.items()
    }


def _sample(draft: Draft, terms: RowTerms) -> Sample:
    counts = _counts(draft)
    share = counts[0] / counts[1] if counts and counts[1] else None
    if draft.is_flipped and share is not None:
        share = 1 - share
    return Sample(
        line=draft.line,
        quantity=quantity(draft.value),
        indicator=terms.indicator,
        from_counts=share,
    )
