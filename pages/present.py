"""Present live: a story from the findings, the screen of the room, the notes, the minutes."""

from __future__ import annotations

from wres.access import Role
from wres.ui import (
    filters,
    loading,
    panels,
    projecting,
    room_minutes,
    room_notes,
    story_keeping,
    story_making,
    versions,
    visitor,
)

who = visitor.page_for(Role.VIEWER)
evidence = loading.evidence()
show = filters.asked_for("show")

if show == "screen":
    projecting.screen(filters.asked_for("org"))
elif show == "notes":
    room_notes.draw(filters.asked_for("org"))
else:
    panels.title("Present live")
    versions.said_before()
    view = filters.choose(evidence, "org", "year")
    panels.about_organisation(evidence, view)
    kept = story_keeping.kept_for(view)
    story = story_keeping.story_for(evidence, view, kept)
    story_making.draw(evidence, view, story, kept=kept, who=who)
    room_minutes.pack(evidence, view, story=story, who=who)
    room_minutes.past(evidence, view)
