"""Everything a viewer may see of an organisation, in one answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wres.answers import ConcernsAnswer, Evidence, View, areas_of_concern
from wres.answers.ages import ages_of
from wres.answers.judging import judged_of
from wres.answers.written import Written
from wres.interface.actions import actions_data
from wres.interface.concerns import Beside, concerns_data
from wres.interface.figures import Asked, found_figures, results_data
from wres.organisations import Organisation
from wres.words import organisation_title


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """All of an organisation: records of figures and activities, and the concerns of each year."""

    organisation: Organisation
    results: list[dict[str, object]]
    concerns: list[dict[str, object]]
    actions: list[dict[str, object]]

    @property
    def data(self) -> dict[str, object]:
        """The whole as plain data."""
        return {
            "organisation": {
                "code": self.organisation.code,
                "name": organisation_title(self.organisation),
                "made_up": self.organisation.made_up,
            },
            "results": self.results,
            "concerns": self.concerns,
            "actions": self.actions,
        }


def organisations_data(evidence: Evidence) -> list[dict[str, object]]:
    """Return the organisations there is something to show for, by name, with their years."""
    return [
        {
            "code": one.code,
            "name": organisation_title(one),
            "made_up": one.made_up,
            "wres_years": list(evidence.years(one.code)),
            "has_plan": evidence.plan_for(one.code) is not None,
        }
        for one in evidence.with_figures()
    ]


def concerns_of(
    evidence: Evidence, organisation: Organisation, wres_year: int, *, written: Written
) -> tuple[ConcernsAnswer, Beside]:
    """Return the areas of concern of an organisation and year, and what stands beside them."""
    code = organisation.code
    beside = Beside(
        ages=ages_of(evidence, code, wres_year),
        judged=judged_of(evidence, written.judgements, wres_year, known=written.known),
    )
    return areas_of_concern(evidence, View(org_code=code, wres_year=wres_year)), beside


def export_of(
    evidence: Evidence, organisation: Organisation, *, written: Written, today: date
) -> Export:
    """Return every published figure, every year's concerns and the plan of an organisation."""
    code = organisation.code
    has_figures = bool(evidence.rows.of(code) or evidence.publication.likelihoods_of(code))
    has_plan = evidence.plan_for(code) is not None
    return Export(
        organisation=organisation,
        results=results_data(found_figures(evidence, Asked(org=code))) if has_figures else [],
        concerns=[
            concerns_data(*concerns_of(evidence, organisation, one, written=written))
            for one in evidence.years(code)
        ],
        actions=actions_data(evidence, organisation, today=today) if has_plan else [],
    )
