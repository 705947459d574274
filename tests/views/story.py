"""Small stories for tests of views."""

from __future__ import annotations

from typing import Any

from explainer.model.collections import COLLECTIONS
from explainer.model.info import StoryInfo
from explainer.model.story import INFO, Key, Story
from explainer.problems import Where
from explainer.urls import Urls
from explainer.views.context import Context

WHO = ("board", "mayor", "paper")


def context(info: dict[str, Any] | None = None, **collections: list[dict[str, Any]]) -> Context:
    """Return a story of these records, with three actors and a source if none are named."""
    collections.setdefault("actors", [{"id": id_, "name": id_.title(), "kind": "group"} for id_ in WHO])
    collections.setdefault("sources", [{"id": "s", "title": "S"}])
    records = {
        name: {record["id"]: COLLECTIONS[name].model.model_validate(record) for record in records}
        for name, records in collections.items()
    }
    origins = {Key(name, id_): Where(f"{name}.yml") for name, found in records.items() for id_ in found}
    story = Story(
        StoryInfo.model_validate({"title": "T", **(info or {})}),
        **records,  # type: ignore[arg-type]
        origins={**origins, INFO: Where("story.yml")},
    )
    return Context(story, Urls())


def figure(*estimates: dict[str, Any], **more: Any) -> Context:
    """Return a story with one figure `f` of these estimates, given by the board unless they say otherwise."""
    given = [{"by": "board", **estimate} for estimate in estimates]
    return context(figures=[{"id": "f", "title": "F", "unit": "people", "estimates": given, **more}])
