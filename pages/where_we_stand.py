"""Front door: the nine indicators of one trust at a glance."""

from __future__ import annotations

from wres import words
from wres.access import Role
from wres.answers import where_we_stand
from wres.ui import cards, filters, judging, loading, panels, prose, tour, visitor, warm

visitor.page_for(Role.VIEWER)
evidence = loading.evidence()

panels.title("Where we stand")
view = filters.choose(evidence, "org", "year", more=("benchmark",))
panels.about_organisation(evidence, view)

glances = evidence.answer(where_we_stand, view)
panels.finding(words.standing_headline(glances))
prose.draw(prose.quiet(words.how_to_read_signs()), key="headline")
# The words are out; what draws charts may still come where the program has only just begun.
warm.wait()
tour.draw()
cards.glance_grid(glances, judging.judged(evidence, view))
cards.pictures(evidence, view, glances)
panels.quiet(words.two_groups_note())
