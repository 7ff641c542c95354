"""What the program says of itself to people who use keys, zoom or a screen reader."""

from __future__ import annotations

TITLE = "For everybody"
STATEMENT = (
    "Every page can be used with keys alone, enlarged to 400%, on a phone and without colour. Each "
    "chart has the same in words.",
    "The first press of Tab leads past the menu. A screen reader is told when a finding changes.",
    "Not all of the rules are met yet (WCAG 2.2, level AA). The screen of a live session is led by "
    "single letters; “Notes on this device” leads it with buttons.",
    "Your trust publishes the whole statement, and whom to tell when something does not work. It "
    "is the file docs/accessibility.md of this program.",
)
