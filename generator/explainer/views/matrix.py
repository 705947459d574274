"""Who stands how to whom, as a table: for more actors than a drawing can hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from explainer.frozen import frozen
from explainer.model.relation import VOCABULARY
from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.network import Edge
from explainer.views.pieces import Link


@frozen
class Matrix:
    """A table with a row and a column for each actor."""

    actors: tuple[Link, ...]
    rows: tuple[tuple[str, ...], ...]
    """How the actor of the row stands to each actor, in words; empty where nothing is told."""
    left_out: int
    """Actors with fewer relations, which the table has no room for."""


def matrix(context: Context, edges: Sequence[Edge], most: int) -> Matrix:
    """Return the table of the actors with the most relations."""
    counts = Counter(actor for edge in edges for actor in (edge.a, edge.b))
    chosen = [actor for actor, _ in counts.most_common(most)]
    words: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for edge in edges:
        meaning = VOCABULARY[edge.rel]
        words[edge.a, edge.b][context.language.gettext(meaning.forward)] = None
        words[edge.b, edge.a][context.language.gettext(meaning.inverse)] = None
    rows = tuple(tuple("; ".join(words.get((one, other), ())) for other in chosen) for one in chosen)
    return Matrix(tuple(context.link(Key("actors", id_)) for id_ in chosen), rows, len(counts) - len(chosen))
