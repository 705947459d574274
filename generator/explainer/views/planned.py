"""Pages that are known by their address before anything of them is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from explainer.frozen import frozen
from explainer.model.story import Key
from explainer.views.frames import Framer

V_co = TypeVar("V_co", covariant=True)


@frozen
class Planned(Generic[V_co]):
    """A page that is made when it is asked for."""

    file: str
    """Its source path, from which its address follows."""
    make: Callable[[], V_co]
    searchable: bool = True
    """Whether machines may find it."""


def record_pages(
    framer: Framer, keys: Sequence[Key], page: Callable[[Framer, Sequence[Key], int], V_co]
) -> list[Planned[V_co]]:
    """Return a page for each of these records; `page` makes the one at an index among its neighbours."""
    urls, actors = framer.context.urls, framer.context.story.actors
    private = {Key("actors", id_) for id_, actor in actors.items() if actor.private}
    return [
        Planned(urls.record_file(key), partial(page, framer, keys, index), key not in private)
        for index, key in enumerate(keys)
    ]
