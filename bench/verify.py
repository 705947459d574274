"""How long it takes to check 5,000 locators against 500 source texts of 1,000 words.

Run as `python bench/verify.py`. Four sizes in one run, so that growth shows as a ratio; beside each, the time
that a plain search for the same words in the same texts takes, which misses what was typed with other marks.
"""

from __future__ import annotations

import random
import resource
import tempfile
import time
from pathlib import Path

from explainer.reading import verify

CHANCE = random.Random(1)
WORDS = ["".join(CHANCE.choices("abcdeghiklmnoprstuv", k=2 + n % 9)) for n in range(4000)]
TYPED = str.maketrans({"’": "'", "\u00a0": " "})


def make(folder: Path, texts: int, citations: int) -> list[tuple[Path, str]]:
    """Write a story that cites texts of 1,000 words, and return each citation's text and words."""
    content, sources = folder / "content", folder / "sources"
    content.mkdir()
    sources.mkdir()
    (content / "story.yml").write_text("title: Bench\n", "utf-8")
    records, actors, made = [], [], []
    for number in range(texts):
        paragraphs = [
            " ".join(CHANCE.choices(WORDS, k=50)) + f" it’s\u00a0number {number} {at}." for at in range(20)
        ]
        path = sources / f"t{number}.txt"
        path.write_text("\n\n".join(paragraphs) + "\n", "utf-8")
        records.append(f"- {{id: s{number}, title: T, text: t{number}.txt}}\n")
        for at in range(citations // texts):
            words = " ".join(paragraphs[at % 20].split(" ")[-6:]).removesuffix(".").translate(TYPED)
            made.append((path, words))
            actors.append(
                f'- {{id: a{number}-{at}, name: A, kind: group, source: {{ref: s{number}, at: "{words}"}}}}\n'
            )
    (content / "sources.yml").write_text("".join(records), "utf-8")
    (content / "actors.yml").write_text("".join(actors), "utf-8")
    return made


def main() -> None:
    """Print a table of sizes, seconds, ratios and memory."""
    print("texts  citations  verify s  load+verify / plain search  peak MB")
    for texts in (63, 125, 250, 500):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            made = make(folder, texts, texts * 10)
            start = time.perf_counter()
            result = verify(folder / "content")
            took = time.perf_counter() - start
            if result.problems or result.checked != len(made):
                raise SystemExit(f"{result.checked} of {len(made)} found: {result.problems[:1]}")
            start = time.perf_counter()
            for path, words in made:
                path.read_text("utf-8").find(words)
            plain = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{texts:>5}  {len(made):>9}  {took:>8.2f}  {took / plain:>26.1f}  {peak:>7.0f}")


if __name__ == "__main__":
    main()
