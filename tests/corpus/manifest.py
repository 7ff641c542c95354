"""The manifest: what is written beside the files, and how a test reads it back."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from tests.corpus.cases import Case, Expect, Figure, Fires, Read
from tests.corpus.families import every_case
from wres.upload.mapping import Choices, Scale

FOLDER = Path(__file__).resolve().parents[1] / "data" / "files"
MANIFEST = FOLDER / "manifest.json"


def entries() -> tuple[Case, ...]:
    """Return every case as the manifest has it, with the bytes of its file."""
    listed = json.loads(MANIFEST.read_text(encoding="utf-8"))
    made = {case.file: case.data for case in every_case() if not case.kept}
    return tuple(_case(found, made) for found in listed)


def choices_of(expect: Expect) -> Choices:
    """Return what a person has chosen where this is expected."""
    scale = Scale(expect.scale) if expect.scale else Scale.AUTO
    return Choices(org_code=expect.org_code, wres_year=expect.wres_year, scale=scale)


def as_json(cases: tuple[Case, ...]) -> str:
    """Return the manifest of these cases: one case a block, one figure a line."""
    return "[\n" + ",\n".join(map(_block, cases)) + "\n]\n"


def _block(case: Case) -> str:
    plain = {
        "file": case.file,
        "about": case.about,
        "kept": case.kept,
        "read": asdict(case.read) if case.read else None,
    }
    head = json.dumps(plain, ensure_ascii=False)[:-1]
    return f'{head}, "expects": [\n' + ",\n".join(map(_expect_block, case.expects)) + "\n]}"


def _expect_block(expect: Expect) -> str:
    plain = asdict(expect)
    figures = plain.pop("figures")
    lines = ",\n    ".join(json.dumps(figure, ensure_ascii=False) for figure in figures)
    head = json.dumps(plain, ensure_ascii=False)[:-1]
    return f'  {head}, "figures": [\n    {lines}]}}' if figures else f'  {head}, "figures": []}}'


def _case(found: dict, made: dict[str, bytes]) -> Case:
    file = found["file"]
    return Case(
        file=file,
        about=found["about"],
        kept=found["kept"],
        data=(FOLDER / file).read_bytes() if found["kept"] else made[file],
        read=Read(**found["read"]) if found["read"] else None,
        expects=tuple(map(_expect, found["expects"])),
    )


def _expect(found: dict) -> Expect:
    fires = tuple(
        Fires(one["check"], tuple(one["words"]), tuple(one["lines"])) for one in found["fires"]
    )
    figures: tuple[Figure, ...] = tuple(tuple(one) for one in found["figures"])
    plain = {name: found[name] for name in ("verdict", "org_code", "wres_year", "scale")}
    return Expect(
        **plain,
        fires=fires,
        figures=figures,
        silent=tuple(found["silent"]),
        asks=tuple(found["asks"]),
    )
