"""The choice lives in the address, and what cannot be shown is said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from wres.benchmarks import BenchmarkKind, Comparator, comparators_for
from wres.errors import NotComputable
from wres.organisations import Organisation, Organisations
from wres.results import Results
from wres.terms import Band, BenchmarkGroup, EthnicGroup, StaffGroup
from wres.ui.asked import settle


class SmallEvidence:
    """Two trusts and the practice trust: bands only in the last, the years all different."""

    version = 1
    rows = Results()
    organisations = Organisations(
        [
            Organisation(
                code="R0A",
                name="Manchester University",
                benchmark_group=BenchmarkGroup.ACUTE,
                region="North West",
            ),
            Organisation(code="RRP", name="Barnet *and* Enfield"),
            Organisation(code="ZZP", name="Practice Trust", made_up=True),
            Organisation(code="RW3", name="Central Manchester", merged_into=("R0A",)),
            Organisation(code="RXX", name="No Figures Trust"),
        ]
    )

    def with_figures(self) -> tuple[Organisation, ...]:
        """Three of the five have figures."""
        return tuple(self.organisations.get(code) for code in ("RRP", "R0A", "ZZP"))

    def answer(self, question: Any, *asked: Any, **named: Any) -> Any:
        """Work out an answer; nothing is kept."""
        return question(self, *asked, **named)

    def years(self, org_code: str) -> tuple[int, ...]:
        """Only the practice trust has all years."""
        return {"R0A": (2025,), "RRP": (2022, 2023), "ZZP": (2023, 2024, 2025)}[org_code]

    def indicators(self, org_code: str, wres_year: int) -> tuple[int, ...]:
        """The real trusts have the survey indicators."""
        return tuple(range(1, 10)) if org_code == "ZZP" else (5, 6, 7, 8)

    def bands(self, org_code: str, wres_year: int, indicator: int) -> tuple[Band, ...]:
        """The practice trust has band groups."""
        return (Band.ALL, Band.BANDS_8A_VSM) if org_code == "ZZP" else (Band.ALL,)

    def staff_groups(self, org_code: str, wres_year: int, indicator: int) -> tuple[StaffGroup, ...]:
        """The practice trust knows clinical staff."""
        both = (StaffGroup.ALL, StaffGroup.CLINICAL)
        return both if org_code == "ZZP" else both[:1]

    def groups(self, org_code: str, wres_year: int, indicator: int) -> tuple[EthnicGroup, ...]:
        """The two groups of the standard."""
        return (EthnicGroup.BME, EthnicGroup.WHITE)

    def comparators(self, org_code: str) -> tuple[Comparator, ...]:
        """What the core would offer."""
        return comparators_for(self.organisations.get(org_code))


EVIDENCE: Any = SmallEvidence()


def page() -> None:
    """A page with every filter, as one visitor sees it."""
    import streamlit as st

    from tests.ui.test_filters import EVIDENCE
    from wres.ui import address, filters

    address.arrive("explore")
    view = filters.choose(
        EVIDENCE, "org", "year", "indicator", "staff", "band", "group", "benchmark"
    )
    st.text(f"{view.org_code} {view.wres_year} {view.indicator} {view.band.value}")


def opened(**asked: str) -> AppTest:
    """Return the page opened at an address."""
    app = AppTest.from_function(page)
    app.query_params.update(asked)
    return app.run()


def shown(app: AppTest) -> str:
    """Return the view the page says it shows."""
    assert not app.exception
    return app.text[0].value


FULL = {
    "org": "ZZP",
    "year": "2024",
    "indicator": "8",
    "staff": "clinical",
    "band": "8a-vsm",
    "group": "white",
    "benchmark": "practice",
}


def test_a_deep_link_opens_the_identical_view() -> None:
    """All seven values of the address are taken, and the address stays."""
    view = settle(EVIDENCE, FULL).view
    assert (view.org_code, view.wres_year, view.indicator) == ("ZZP", 2024, 8)
    assert (view.staff_group, view.band) == (StaffGroup.CLINICAL, Band.BANDS_8A_VSM)
    assert (view.ethnic_group, view.comparator) == (EthnicGroup.WHITE, BenchmarkKind.PRACTICE)
    app = opened(**FULL)
    assert shown(app) == "ZZP 2024 8 8a-vsm"
    assert app.query_params == FULL
    assert not app.warning


def test_a_bare_address_shows_something_and_names_the_organisation() -> None:
    """The link never depends on a default organisation."""
    app = opened()
    assert shown(app) == "ZZP 2025 8 all"
    assert app.query_params == {"org": "ZZP"}
    assert not app.warning


def test_a_changed_filter_changes_the_address() -> None:
    """What is picked is what a copied address opens."""
    app = opened(org="ZZP")
    app.selectbox(key="pick_year").select("2023").run()
    assert shown(app) == "ZZP 2023 8 all"
    assert app.query_params == {"org": "ZZP", "year": "2023"}


def test_the_address_keeps_what_is_not_ours() -> None:
    """A parameter of somebody else stays when we write."""
    assert opened(ref="mail").query_params == {"ref": "mail", "org": "ZZP"}


def test_another_organisation_falls_to_its_latest_year_and_says_so() -> None:
    """Barnet has no 2025: its 2023 is shown, with a sentence."""
    app = opened(org="R0A", year="2025")
    app.selectbox(key="pick_org").select("RRP").run()
    assert shown(app) == "RRP 2023 8 all"
    assert [w.value for w in app.warning] == [
        "The year asked for, “2025”, has no figures for Barnet \\*and\\* Enfield; "
        "“2023 \\(survey 2022\\)” is shown instead."
    ]


def test_what_was_explained_is_let_go_at_the_next_step() -> None:
    """The same sentence does not follow the visitor for ever."""
    app = opened(org="RRP", year="2025")
    app.selectbox(key="pick_indicator").select("5").run()
    assert shown(app) == "RRP 2023 5 all"
    assert not app.warning
    assert app.query_params == {"org": "RRP", "indicator": "5"}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"org": "ZZZ"}, "“ZZZ”, is not an organisation this program knows; “Practice Trust"),
        ({"org": "RXX"}, "“RXX”, has no figures here yet; “Practice Trust"),
        ({"org": "RW3"}, "“RW3”, has no figures here yet; “Manchester University"),
        ({"year": "1066"}, "“1066”, is not a year of the standard; “2025"),
        ({"year": "²024"}, "“²024”, is not a year of the standard"),
        ({"org": "R0A", "year": "2019"}, "“2019”, has no figures for Manchester University"),
        ({"indicator": "12"}, "“12”, is not one of the nine indicators, 1 to 9; “8"),
        ({"org": "R0A", "band": "8a"}, "“8a”, cannot be shown, because pay band is not asked"),
        ({"band": "99"}, "“99”, is no pay band of the standard"),
        ({"org": "R0A", "staff": "clinical"}, "“clinical”, has no figures for Manchester"),
        ({"group": "asian"}, "“asian”, has no figures for Practice Trust, indicator 8"),
        ({"org": "R0A", "benchmark": "practice"}, "“practice”, cannot be made for Manchester"),
        ({"benchmark": "x"}, "“x”, is not a comparison this program knows"),
    ],
)
def test_what_cannot_be_shown_is_explained(asked: Mapping[str, str], expected: str) -> None:
    """One sentence names what was asked, why not, and what is shown instead."""
    refusals = settle(EVIDENCE, asked).refusals
    assert len(refusals) == 1
    assert expected in refusals[0].sentence
    assert refusals[0].sentence.endswith("is shown instead.")


@pytest.mark.parametrize(
    "garbage",
    [
        "A" * 5000,
        "<img src=x onerror=alert(1)>",
        "![x](https://evil.example/a)",
        "\x00\u202e",
        "💥",
    ],
)
@pytest.mark.parametrize("name", list(FULL))
def test_garbage_in_the_address_is_harmless(name: str, garbage: str) -> None:
    """It is cut, escaped and answered; the page lives."""
    (refusal,) = settle(EVIDENCE, {name: garbage}).refusals
    assert not refusal.understood
    assert len(refusal.sentence) < 300
    unescaped = re.sub(r"\\.", "", refusal.sentence)
    assert not set("<>[]!*`") & set(unescaped)


def test_garbage_reaches_the_page_as_one_warning_each() -> None:
    """Seven bad values give seven sentences and no exception."""
    app = opened(**dict.fromkeys(FULL, "![x](y)"))
    assert shown(app) == "ZZP 2025 8 all"
    assert len(app.warning) == len(FULL)


def test_a_filter_without_a_choice_gives_the_reason() -> None:
    """The survey of a real trust has no bands: the box says all, and it is said why."""
    app = opened(org="R0A")
    assert app.selectbox(key="pick_band").options == ["All bands"]
    said = app.caption[0].value.replace("\\", "")
    assert "Pay band is not asked in the staff survey" in said
    assert "No figures here in 2025 for indicators 1, 2, 3, 4, 9." in said


def test_an_organisation_is_offered_by_name_and_code() -> None:
    """The box reads name, then code in brackets."""
    assert "Manchester University (R0A)" in opened().selectbox(key="pick_org").options


def test_nothing_to_show_is_one_sentence() -> None:
    """Without any figures the page is told so, not blank."""

    class NoEvidence(SmallEvidence):
        def with_figures(self) -> tuple[Organisation, ...]:
            return ()

    nothing: Any = NoEvidence()
    with pytest.raises(NotComputable, match="upload a file"):
        settle(nothing, {})
