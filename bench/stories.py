"""Made-up stories of any size, for benches and tests of large sites: the same for the same seed.

Run as `python -m bench.stories FOLDER [EVENTS] [SEED]`: writes a project that `mkdocs build` takes.
"""

from __future__ import annotations

import itertools
import json
import random
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.maker import Counts, Maker, Record


@dataclass(frozen=True)
class Made:
    """A written story: its project's folder, and its events in brief."""

    folder: Path
    events: tuple[dict[str, str], ...]
    """`title`, `date` as 2016-05-01 (its first day) and `text`, for programs that take simpler events."""


def write_story(folder: Path, events: int, *, seed: int = 1, theme: str = "material") -> Made:
    """Write a project with a story of so many events, and fewer of everything else; nothing is random but by the seed."""
    counts = Counts(events, 12 + events // 50, 8 + events // 100, 5 + events // 20, -(-events // 10))
    maker = Maker(random.Random(seed), counts)
    content = write_project(folder, theme)
    (content / "story.yml").write_text(json.dumps(maker.story(), indent=1) + "\n", "utf-8")
    brief = []
    for record in (made := list(maker.events())):
        brief.append(
            {"title": record["title"], "date": maker.first_days[record["id"]], "text": record["summary"]}
        )
    collections: dict[str, Iterable[Record]] = {
        "actors": maker.actors(),
        "places": maker.places(),
        "sources": maker.sources(),
        "events": made,
        "quotes": maker.quotes(),
    }
    for name, records in collections.items():
        with (content / f"{name}.yml").open("w", encoding="utf-8") as file:
            file.writelines(f"- {json.dumps(record, ensure_ascii=False)}\n" for record in records)
    return Made(folder, tuple(brief))


def write_project(folder: Path, theme: str = "material") -> Path:
    """Write the settings of a site, and return the empty folder for its content."""
    content = folder / "content"
    content.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(
        f"site_name: Made up\ndocs_dir: content\ntheme: {{name: {theme}}}\nplugins: [explainer]\n",
        "utf-8",
    )
    return content


def main() -> None:
    """Write the project that the command line asks for."""
    folder, *numbers = sys.argv[1:]
    events, seed = itertools.islice((*map(int, numbers), *(10_000, 1)[len(numbers) :]), 2)
    made = write_story(Path(folder), events, seed=seed)
    print(f"{len(made.events)} events in {made.folder}")


if __name__ == "__main__":
    main()
