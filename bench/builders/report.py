"""The report: tables and a picture, from what was measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bench.builders.peers import PEERS
from bench.builders.picture import Bar, Group, drawn, seconds
from bench.builders.targets import Results, floor_of, targets

TITLES = {peer.name: peer.title for peer in PEERS}
OURS = ("ours", "quiet", "pages", "explainer")
LEAD = """# What building costs

Written by `make bench`, which anybody can run: the stories are made up, the same for the same seed.

- A story of N records has 60 % events, 20 % actors and 20 % sources; beside them N/20 quotations, N/20 figures and N/100 places.
  Summaries of events have 40 to 80 words, those of actors 60 to 120; two in five lead to another record.
- We start from YAML, as editors write it, and our time holds reading and checking it, and everything else that we publish:
  data, downloads, feeds, share cards, embeds, search. The others start from our pages as Markdown (the same headings, texts, lists,
  tables and links, without menus, and all links as if to another site) and write pages alone, with a site map, search and their own
  chrome where they bring it. *Pages alone* is what compares with Hugo: the same pages, in Material's chrome, still read from YAML and checked, with
  the data of all records in one file, without search, book, other formats, cards for other sites and a data file for each record. Hugo and Eleventy have one template of four lines, Zensical one Markdown extension of all that it comes with; MkDocs and
  Zensical have a menu of one page, since a menu of all would take them minutes.
- Every round builds each once, after all that the build before left behind is taken away, everything in memory where the system has
  a file system for it; figures are medians. *Processor* is the time of all processes together, *memory* the peak of the largest
  process, which with search is Pagefind's, not ours.
"""


def report(results: Results) -> str:
    """Return the report as Markdown; it shows a picture `RESULTS.svg` that lies beside it."""
    first = next(iter(results.values()))["made"]
    parts = [LEAD, f"{_when(first)}\n", *_targets(results)]
    for name, write in (
        ("peers", _peers),
        ("sizes", _sizes),
        ("warm", _warm),
        ("serve", _serve),
        ("stages", _stages),
    ):
        if name in results:
            parts += write(results[name])
            parts += _later(results, results[name]["made"])
    return "\n".join(parts) + "\n"


def picture(results: Results) -> str:
    """Return the picture of all that was built side by side."""
    return drawn([_group(int(size), costs) for size, costs in _by_size(results["peers"]["records"]) if costs])


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a table in Markdown: the first column of words, the others of numbers."""
    names = list(head)
    lines = [names, ["---", *["---:"] * (len(names) - 1)], *rows]
    return "".join(f"| {' | '.join(str(cell) for cell in line)} |\n" for line in lines)


def _later(results: Results, made: Mapping[str, str]) -> Iterator[str]:
    """Yield when and how something was measured, where it was not together with the first part."""
    if made != next(iter(results.values()))["made"]:
        yield f"*{_when(made)}*\n"


def _when(made: Mapping[str, str]) -> str:
    where = made["commit"] or "a state outside git"
    return f"Measured on {made['day']} at {where} by `{made['command']}`: {made['machine']}."


def _targets(results: Results) -> Iterator[str]:
    rows = [target.row() for target in targets(results)]
    if rows:
        yield (
            "## What we want\n\n| what | wanted | reached | |\n| --- | ---: | ---: | --- |\n"
            + "\n".join(rows)
            + "\n"
        )


def _by_size(records: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return sorted(records.items(), key=lambda item: int(item[0]))


def _group(size: int, costs: Mapping[str, Any]) -> Group:
    built = [(name, cost) for name, cost in costs.items() if "cpu" in cost]
    built.sort(key=lambda item: item[1]["cpu"])
    bars = [
        Bar(TITLES[name].replace("`", ""), cost["cpu"], cost["wall"], name in OURS) for name, cost in built
    ]
    return Group(f"{size:,} records", bars)


def _peers(found: Mapping[str, Any]) -> Iterator[str]:
    yield "## Beside others\n\n![Seconds to build, as bars](RESULTS.svg)\n"
    for size, costs in _by_size(found["records"]):
        yield f"### {int(size):,} records\n"
        yield from _later({"peers": found}, found["when"][size])
        yield _beside(costs)
    missing = [TITLES[name] for name in found["missing"]]
    if missing:
        yield f"Not installed for this run: {', '.join(missing)}.\n"
    yield (
        "Versions: "
        + "; ".join(f"{TITLES[name]}: {said}" for name, said in found["versions"].items() if said)
        + ".\n"
    )


def _beside(costs: Mapping[str, Any]) -> str:
    ours = costs.get("ours", {})
    head = (
        "",
        "processor",
        "of ours",
        "clock",
        "of ours",
        "from … to",
        "memory",
        "of ours",
        "pages",
        "files",
        "MB",
        "runs",
    )
    rows, notes = [], []
    for name, cost in costs.items():
        if cost.get("note"):
            notes.append(f"{TITLES[name]}: {cost['note']}.\n")
        if "cpu" in cost:
            rows.append((TITLES[name], *_row(cost, ours)))
    return table(head, rows) + "\n" + "".join(f"{line}\n" for line in [*notes, *_pages(costs)])


def _row(cost: Mapping[str, Any], ours: Mapping[str, Any]) -> Iterator[object]:
    for what in ("cpu", "wall"):
        yield seconds(cost[what])
        yield f"{cost[what] / ours[what]:.2f}" if "cpu" in ours else ""
    yield f"{cost['least']:.2f} … {cost['most']:.2f}"
    yield f"{cost['peak'] / 1e6:,.0f} MB"
    yield f"{cost['peak'] / ours['peak']:.2f}" if "cpu" in ours else ""
    yield from (f"{cost['pages']:,}", f"{cost['files']:,}", f"{cost['size'] / 1e6:,.1f}", cost["runs"])


def _pages(costs: Mapping[str, Any]) -> Iterator[str]:
    numbers = {cost["pages"] for cost in costs.values() if "cpu" in cost}
    if len(numbers) > 1:
        yield "**Not all published the same number of pages, so the figures do not compare.**\n"


def _sizes(found: Mapping[str, Any]) -> Iterator[str]:
    tallies = found["records"]
    rows = []
    for size, cost in _by_size(tallies):
        above = f"{floor_of(tallies, size):.1f} KB" if int(size) and "0" in tallies else ""
        each = f"{1000 * cost['cpu'] / int(size):.2f} ms" if int(size) else ""
        memory = f"{cost['peak'] / 1e6:,.0f} MB"
        rows.append(
            (
                f"{int(size):,}" if int(size) else "an empty site",
                seconds(cost["cpu"]),
                each,
                seconds(cost["wall"]),
                memory,
                above,
                f"{cost['pages']:,}",
            )
        )
    head = ("records", "processor", "a record", "clock", "memory", "a record above the floor", "pages")
    yield "## By size\n\nThe empty site is Material's, of one page and with nothing of ours.\n\n" + table(
        head, rows
    )


def _warm(found: Mapping[str, Any]) -> Iterator[str]:
    rows = [
        (title, seconds(found["builds"][name]["cpu"]), seconds(found["builds"][name]["wall"]))
        for name, title in (("cold", "from nothing"), ("warm", "again, nothing changed"))
    ]
    yield f"## Built again\n\n{found['size']:,} records.\n\n" + table(("build", "processor", "clock"), rows)


def _serve(found: Mapping[str, Any]) -> Iterator[str]:
    rows = [(what, seconds(wait)) for what, wait in found["waits"].items()]
    yield (
        f"## While editing\n\nFrom saving a file of {found['size']:,} records under plain `mkdocs serve` until the server sends a page "
        f"that shows the change; medians of {found['runs']}. The server looks for changed files at intervals of its own.\n\n"
        + table(("saved", "wait"), rows)
    )


def _stages(found: Mapping[str, Any]) -> Iterator[str]:
    whole = sum(found["seconds"].values())
    booked = sorted(found["seconds"].items(), key=lambda item: -item[1])
    rows = [
        (name, f"{spent:.2f} s", f"{spent / whole:.0%}") for name, spent in booked if spent / whole >= 0.001
    ]
    yield (
        f"## Where the time goes\n\nThe processor's time of one build of {found['size']:,} records on one processor, booked on the innermost part of "
        "the house that runs when the bench looks.\n\n" + table(("stage", "processor", "share"), rows)
    )
