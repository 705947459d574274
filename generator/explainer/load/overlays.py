"""The folder `geo`: lines and areas of editors' own for the map."""

from __future__ import annotations

from pathlib import Path

from explainer.load.formats import parse
from explainer.load.items import validate
from explainer.model.overlay import Overlay
from explainer.model.story import OVERLAYS
from explainer.problems import Problem, Where
from explainer.text import Unreadable, read_text

ENDING = ".geojson"


def read_overlays(folder: Path) -> tuple[dict[str, Overlay], list[Problem]]:
    """Return the overlays of a content folder by the names of their files, and every problem in them."""
    found: dict[str, Overlay] = {}
    problems: list[Problem] = []
    root = folder.resolve()
    for path in sorted((folder / OVERLAYS).glob("*")):
        name = f"{OVERLAYS}/{path.name}"
        where = Where(name, 1, 1)
        if path.name.startswith(".") or path.suffix not in {ENDING, ".json", ".kml", ".gpx", ".shp"}:
            continue
        if path.suffix != ENDING:
            hint = f"save it as GeoJSON, with the ending {ENDING}"
            problems.append(Problem(where, "unknown-file", "this file is not read", hint, "warning"))
        elif not path.resolve().is_relative_to(root):
            hint = "copy the file into the content folder"
            problems.append(
                Problem(where, "outside", "this file is a link that leaves the content folder", hint)
            )
        else:
            overlay, wrong = _read(path, name)
            problems += wrong
            if overlay is not None:
                found[path.stem] = overlay
    return found, problems


def _read(path: Path, name: str) -> tuple[Overlay | None, list[Problem]]:
    try:
        parsed = parse(read_text(path, name), name)
    except Unreadable as error:
        return None, [error.problem]
    if parsed.value is None:
        empty = Problem(Where(name, 1, 1), "empty-file", "this file is empty", "delete it")
        return None, [*parsed.problems] or [empty]
    overlay, problems = validate(parsed.value, Overlay, Where(name))
    return overlay, [*parsed.problems, *problems]
