"""How long it takes to build stories of many records, beside other generators, and how that grows.

Run as `make bench`, or as `python -m bench.builders [OPTION]...`. Writes `bench/RESULTS.md`, `bench/RESULTS.svg` and
`bench/RESULTS.json`. A part that is left out by `--parts`, or a size by `--records`, keeps the figures of the run before.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shlex
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from bench.builders import projects, serving
from bench.builders.pages import pages_of
from bench.builders.peers import PEERS, Peer, Subject
from bench.builders.projects import Project
from bench.builders.report import picture, report
from bench.builders.rounds import alternate, slow
from bench.builders.stages import stages

Found = dict[str, Any]
OURS = "ours"
HERE = Path(__file__).parent.parent


def beside(asked: argparse.Namespace, _: Path) -> Found:
    """Return what building costs everybody, by the number of records."""
    programs = {peer: peer.path(getattr(asked, peer.name, "")) for peer in PEERS if peer.name in asked.peers}
    there = {peer: path for peer, path in programs.items() if path}
    found: dict[int, Found] = {}
    for records in sorted(asked.records):
        print(f"{records:,} records", flush=True)
        left_out = slow(*max(found.items()), records, 2 * asked.most) if found else {}
        left_out.pop(OURS, None)
        with projects.room() as folder:
            original = projects.story(folder / "original", records)
            original.build()
            taking_part = {peer: path for peer, path in there.items() if peer.name not in left_out}
            found[records] = {
                **_tallied(_set_up(original, taking_part, folder), asked, asked.most),
                **left_out,
            }
    versions = {peer.name: peer.version(path) for peer, path in there.items()}
    return {
        "records": found,
        "versions": versions,
        "missing": [peer.name for peer in programs if peer not in there],
    }


def _set_up(original: Project, there: dict[Peer, str], folder: Path) -> dict[str, Project]:
    subject = Subject(original.folder, pages_of(original.site), original.site)
    return {peer.name: peer.set_up(subject, folder / peer.name, path) for peer, path in there.items()}


def _tallied(sites: dict[str, Project], asked: argparse.Namespace, most: float = float("inf")) -> Found:
    tallies = alternate(sites, asked.runs, most=most, always=OURS)
    return {name: tally.middle() if tally.costs else {"note": tally.note} for name, tally in tallies.items()}


def sizes(asked: argparse.Namespace, room: Path) -> Found:
    """Return what our builds cost by size, an empty site among them."""
    folder = room / "sizes"
    sites = {str(size): projects.story(folder / str(size), size) for size in sorted(asked.sizes)}
    return {"records": _tallied({"0": projects.empty(folder / "0"), **sites}, asked)}


def warm(asked: argparse.Namespace, room: Path) -> Found:
    """Return what a build costs with and without what the one before left behind."""
    cold = projects.story(room / "warm" / "cold", asked.at)
    again = projects.warm(cold, room / "warm" / "again")
    return {"size": asked.at, "builds": _tallied({"cold": cold, "warm": again}, asked)}


def serve(asked: argparse.Namespace, room: Path) -> Found:
    """Return how long an editor waits under `mkdocs serve`."""
    waits = serving.waits(projects.story(room / "serve", asked.at), asked.runs)
    return {"size": asked.at, "runs": asked.runs, "waits": serving.middle(waits), "each": waits}


def profile(asked: argparse.Namespace, room: Path) -> Found:
    """Return where the time goes."""
    return {"size": asked.at, "seconds": stages(projects.story(room / "stages", asked.at))}


PARTS: dict[str, Callable[[argparse.Namespace, Path], Found]] = {
    "peers": beside,
    "sizes": sizes,
    "warm": warm,
    "serve": serve,
    "stages": profile,
}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = [peer.name for peer in PEERS]
    parser.add_argument(
        "--records", type=int, nargs="+", default=[1_000, 10_000, 50_000], help="sizes beside others"
    )
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[100, 2_000, 10_000, 20_000], help="our own sizes"
    )
    parser.add_argument("--at", type=int, default=10_000, help="records for warm builds, serve and stages")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--peers", nargs="+", choices=names, default=names)
    parser.add_argument("--parts", nargs="+", choices=list(PARTS), default=list(PARTS))
    parser.add_argument(
        "--most",
        type=float,
        default=300.0,
        help="seconds; what takes longer is built once, what would take twice as long not at all",
    )
    parser.add_argument("--results", type=Path, default=HERE, help="the folder to write to")
    for peer in PEERS:
        if peer.program and peer.name != "copy":
            given = os.environ.get(peer.program.upper(), "")
            parser.add_argument(
                f"--{peer.name}",
                default=given,
                help=f"its program, else ${peer.program.upper()} or on the path",
            )
    return parser.parse_args()


def shown(arguments: list[str]) -> list[str]:
    """Return the arguments of a command without where things lie on this machine."""
    places = {f"--{peer.name}" for peer in PEERS} | {"--results"}
    before = ["", *arguments]
    pairs = zip(before, arguments, strict=False)
    return [one for last, one in pairs if not {last, one} & places and one.split("=")[0] not in places]


def _made() -> dict[str, str]:
    machine = f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    command = shlex.join(["python", "-m", "bench.builders", *shown(sys.argv[1:])])
    return {
        "day": date.today().isoformat(),
        "commit": projects.commit(),
        "command": command,
        "machine": machine,
    }


def main() -> None:
    """Measure what is asked for, and write the report."""
    asked = _arguments()
    asked.results.mkdir(parents=True, exist_ok=True)
    kept = asked.results / "RESULTS.json"
    results: Found = json.loads(kept.read_text("utf-8")) if kept.is_file() else {}
    for name in asked.parts:
        print(f"{name}:", flush=True)
        with projects.room() as room:
            found = json.loads(json.dumps({**PARTS[name](asked, room), "made": _made()}))
        results[name] = joined(results.get(name, {}), found)
        write(results, asked.results)
    print(report(results))


def joined(before: Found, found: Found) -> Found:
    """Return what was found, with the sizes and others that only the run before measured."""
    if "versions" not in found:
        return found
    when = before.get("when", {}) | dict.fromkeys(found["records"], found["made"])
    both = {name: before.get(name, {}) | found[name] for name in ("records", "versions")}
    return {**found, **both, "when": when}


def write(results: Found, folder: Path) -> None:
    """Write the report, its picture and its figures."""
    (folder / "RESULTS.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    (folder / "RESULTS.md").write_text(report(results), "utf-8")
    if "peers" in results:
        (folder / "RESULTS.svg").write_text(picture(results), "utf-8")


if __name__ == "__main__":
    main()
