"""The bench of builds: its stories, its pages for other generators, what it measures and what it writes."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any, get_args
from xml.etree import ElementTree as ET

import pytest
import yaml
from bench.builders.__main__ import joined, shown
from bench.builders.pages import Page, bare_folders, page_files, page_of, write_pages
from bench.builders.peers import Subject, pages_alone, quiet
from bench.builders.picture import Bar, Group, drawn
from bench.builders.process import CommandError, measured
from bench.builders.projects import Project, project
from bench.builders.report import report, table
from bench.builders.rounds import alternate, slow
from bench.builders.serving import edits
from bench.builders.targets import targets
from bench.mixed import EVENT_WORDS, counts_of, write_mixed

from explainer.files import LeftOut
from explainer.reading import read
from support import build_site

RECORDS = 30


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the project of a small made-up story."""
    return write_mixed(tmp_path_factory.mktemp("bench") / "story", RECORDS)


def files(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_same_seed_same_story(story: Path, tmp_path: Path) -> None:
    """A story written twice is the same to the byte, and another seed makes another one."""
    assert files(write_mixed(tmp_path / "again", RECORDS)) == files(story)
    assert files(write_mixed(tmp_path / "other", RECORDS, seed=2)) != files(story)


def test_stories_are_sound(story: Path) -> None:
    """A made-up story passes every check without a remark."""
    assert read(story / "content").problems == []


def test_stories_hold_what_is_promised(story: Path) -> None:
    """Events, actors and sources make up the records; prose has its length and leads to other records."""
    counts = counts_of(1000)
    assert (counts.events, counts.actors, counts.sources, counts.quotes, counts.places) == (
        600,
        200,
        200,
        50,
        10,
    )
    loaded = read(story / "content").story
    assert len(loaded.events) + len(loaded.actors) + len(loaded.sources) == RECORDS
    texts = [event.summary or "" for event in loaded.events.values()]
    bare = [text.split(" See also [[")[0] for text in texts]
    assert all(EVENT_WORDS[0] <= len(text.split()) <= EVENT_WORDS[1] for text in bare)
    assert 0 < sum("[[" in text for text in texts) < len(texts)


def test_other_generators_get_every_page(story: Path, tmp_path: Path) -> None:
    """The Markdown has a file for each page of the site, with its title and its headings, and no page over another."""
    site = build_site(story, strict=False).site
    pages = [page_of(file, site) for file in page_files(site)]
    addresses = {page.address for page in pages}
    assert {"", "chronology/", "events/event-0/", "actors/actor-0/"} <= addresses
    assert not [address for address in addresses if address.startswith(("embed/", "data/", "index/"))]
    write_pages(pages, tmp_path, home="_index.md", section="_index.md")
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) == len(pages) == len(page_files(site))
    event = (tmp_path / "events" / "event-0.md").read_text("utf-8")
    _, front, body = event.split("---\n", 2)
    title = yaml.safe_load(front)["title"]
    assert f"\n# {title}\n" in body
    assert re.search(r"\]\(https://example\.org/places/place-\d/\)", body)
    assert "](../" not in body
    assert "<svg" not in body


def test_folders_without_a_page_are_known() -> None:
    """A folder in which pages lie and which is none itself is told apart."""
    pages = [Page("", "Home", ""), Page("a/", "A", ""), Page("a/b/", "B", ""), Page("c/d/e/", "E", "")]
    assert bare_folders(pages) == {"c/", "c/d/"}


def test_costs_of_a_command(tmp_path: Path) -> None:
    """A command's time and memory are its own, those of its children among them; a failure says what was said."""
    work = f"import subprocess; subprocess.run([{sys.executable!r}, '-c', 'b = b\"1\" * 60_000_000'])"
    cost = measured([sys.executable, "-c", work], tmp_path)
    assert cost.peak > 60_000_000
    assert cost.cpu > 0
    assert cost.wall > 0
    assert measured([sys.executable, "-I", "-S", "-c", ""], tmp_path).peak < 40_000_000
    with pytest.raises(CommandError, match="no such luck"):
        measured([sys.executable, "-c", "raise SystemExit('no such luck')"], tmp_path)


WRITE = "import pathlib; site = pathlib.Path('site'); site.mkdir(); site.joinpath('index.html').touch()"


def _running(folder: Path, program: str) -> Project:
    folder.mkdir()
    return project(folder, (sys.executable, "-c", program), "site")


def test_rounds_start_from_nothing(tmp_path: Path) -> None:
    """Each round builds everything anew; what fails, or takes too long, is not built again and says so."""
    programs = {"ours": WRITE, "slow": WRITE, "broken": "raise SystemExit('no')"}
    sites = {name: _running(tmp_path / name, program) for name, program in programs.items()}
    tallies = alternate(sites, 2, most=0, always="ours")
    assert [len(tally.costs) for tally in tallies.values()] == [2, 1, 0]
    assert [tally.pages for tally in tallies.values()] == [1, 1, 0]
    assert tallies["slow"].note == "one run, as it takes more than 0 s"
    assert tallies["broken"].note == "failed: no"


def test_what_would_take_too_long_is_left_out() -> None:
    """Whoever took too long for its size before is not built at a larger size."""
    costs = {"fast": {"wall": 1}, "slow": {"wall": 20}, "gone": {"note": "failed: no"}}
    left_out = slow(1000, costs, 10_000, 100)
    assert left_out == {
        "slow": {"note": "left out, as it would take about 200 s"},
        "gone": {"note": "failed: no"},
    }


def test_edits_change_one_record(story: Path, tmp_path: Path) -> None:
    """An edit puts its word into one record's text, in the place of the edit before."""
    content = write_mixed(tmp_path / "edited", RECORDS) / "content"
    event, actor = edits(content)
    for number in (1, 2):
        event.save(content, number)
        actor.save(content, number)
    edited, before = read(content), read(story / "content")
    assert edited.problems == []
    changed = [id_ for id_, one in edited.story.events.items() if one != before.story.events[id_]]
    assert [f"events/{id_}/" for id_ in changed] == [event.page]
    assert (edited.story.events[changed[0]].summary or "").startswith("Edit2 ")
    assert edited.story.actors["actor-0"].name == f"Edit2 {before.story.actors['actor-0'].name}"


def _cost(cpu: float, peak: float = 50e6) -> dict[str, Any]:
    numbers = {"least": cpu, "most": cpu, "runs": 5, "pages": 7, "files": 9, "size": 1e6, "note": ""}
    return {"wall": cpu, "cpu": cpu, "peak": peak, **numbers}


MADE = {"day": "2026-01-02", "commit": "abc", "command": "bench", "machine": "a machine"}
RESULTS: dict[str, Any] = {
    "peers": {
        "records": {
            "1000": {"ours": _cost(1), "hugo": _cost(2)},
            "10000": {
                "ours": _cost(7),
                "pages": _cost(5),
                "hugo": _cost(10),
                "material": {"note": "left out"},
            },
        },
        "versions": {"hugo": "0.1"},
        "missing": ["eleventy"],
        "made": MADE,
        "when": {"1000": {**MADE, "day": "2026-01-01"}, "10000": MADE},
    },
    "sizes": {
        "records": {"0": _cost(0.5), "100": _cost(1), "2000": _cost(2), "20000": _cost(30, 900e6)},
        "made": MADE,
    },
    "warm": {"size": 10_000, "builds": {"cold": _cost(8), "warm": _cost(1)}, "made": MADE},
    "serve": {"size": 10_000, "runs": 5, "waits": {"a name": 1.5}, "made": {**MADE, "day": "2026-01-03"}},
    "stages": {"size": 10_000, "seconds": {"views": 3.0, "load": 1.0}, "made": MADE},
}


def test_targets_are_judged() -> None:
    """Every target is told with what was reached, at the size it is meant for."""
    found = {target.what: (target.wanted, round(target.reached, 3)) for target in targets(RESULTS)}
    assert found == {
        "processor, ours / Hugo, 10,000 records": (0.7, 0.7),
        "clock, ours / Hugo, 10,000 records": (1.0, 0.7),
        "processor, our pages alone / Hugo, 10,000 records": (0.7, 0.5),
        "clock, our pages alone / Hugo, 10,000 records": (1.0, 0.5),
        "clock, 20,000 records / 2,000 records": (11, 15),
        "memory a record above an empty site's, 2,000 records": (40, 0),
        "clock, 100 records / an empty site of Material's": (1.3, 2),
        "clock, built again with nothing changed / from nothing, 10,000 records": (0.25, 0.125),
        "`serve`, from saving a name to the page, 10,000 records": (2, 1.5),
    }
    missed = [target.row() for target in targets(RESULTS) if "missed" in target.row()]
    assert missed[0] == "| clock, 20,000 records / 2,000 records | <= 11 | 15 | **missed**, 1.36 times it |"


def test_report_tells_all() -> None:
    """The report has every part, who was missing or left out, and says where a part was measured later."""
    text = report(RESULTS)
    for said in (
        "| an empty site | 0.50 s |",
        "Not installed for this run: Eleventy.",
        "MkDocs and Material: left out.",
        "| Hugo | 10.0 s | 1.43 |",
        "| views | 3.00 s | 75% |",
        "Hugo: 0.1",
    ):
        assert said in text
    assert text.count("2026-01-02") == 1
    assert text.index("### 1,000 records") < text.index("2026-01-01") < text.index("### 10,000 records")
    assert text.index("## While editing") < text.index("2026-01-03") < text.index("## Where the time goes")
    assert "do not compare" not in text


def test_runs_add_up() -> None:
    """A later run of one size leaves what an earlier one measured of others, with its day and their versions."""
    later = {
        "records": {"10000": {}},
        "versions": {"ours": "1"},
        "missing": [],
        "made": {"day": "2026-01-04"},
    }
    both = joined(RESULTS["peers"], later)
    assert both["versions"] == {"hugo": "0.1", "ours": "1"}
    assert both["records"] == {"1000": RESULTS["peers"]["records"]["1000"], "10000": {}}
    assert [made["day"] for made in both["when"].values()] == ["2026-01-01", "2026-01-04"]
    assert joined(RESULTS["warm"], {"made": MADE}) == {"made": MADE}


def test_commands_name_no_places() -> None:
    """The command in the report does not tell where programs lie on somebody's machine."""
    told = shown(["--hugo", "/home/me/hugo", "--runs", "3", "--zensical=/home/me/z", "--results", "/home/me"])
    assert told == ["--runs", "3"]


def test_tables_align_numbers() -> None:
    """A table has its words to the left and its numbers to the right."""
    assert table(("a", "b"), [("x", 1)]) == "| a | b |\n| --- | ---: |\n| x | 1 |\n"


def test_picture_is_drawn_to_scale() -> None:
    """The bars' lengths are to each other as their numbers, and names are escaped."""
    picture = ET.fromstring(drawn([Group("1 & 2", [Bar("a <b>", 1, 2, ours=True), Bar("c", 4, 8)])]))
    widths = [float(bar.attrib["width"]) for bar in picture.iter("{http://www.w3.org/2000/svg}rect")]
    assert [round(width / widths[0], 1) for width in widths] == [1, 2, 4, 8]
    assert "a <b>" in "".join(picture.itertext())


def test_a_site_without_search_is_built_beside(story: Path, tmp_path: Path) -> None:
    """Our project without search differs in that alone."""
    made = quiet(Subject(story, [], tmp_path), tmp_path / "quiet", "")
    settings = yaml.safe_load((made.folder / "mkdocs.yml").read_text("utf-8"))
    assert settings["plugins"] == [{"explainer": {"search": False}}]
    assert files(made.folder / "content") == files(story / "content")


def test_pages_alone_are_built_beside(story: Path, tmp_path: Path) -> None:
    """Our project of what others make too leaves out the rest, each by an option that there is."""
    made = pages_alone(Subject(story, [], tmp_path), tmp_path / "pages", "")
    (plugin,) = yaml.safe_load((made.folder / "mkdocs.yml").read_text("utf-8"))["plugins"]
    assert plugin == {"explainer": {"search": False, "leave_out": list(get_args(LeftOut))}}
