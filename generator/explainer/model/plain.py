"""Prose as plain text, for titles, descriptions and feeds."""

from __future__ import annotations

import re

from explainer.model.links import LINK
from explainer.model.story import Story
from explainer.model.titles import full_title


def plain(text: str, story: Story | None = None) -> str:
    """Return prose without Markdown marks, links as the words that readers see.

    Without the story a link has no more than its id to show.
    """

    def words(found: re.Match[str]) -> str:
        if found["label"]:
            return found["label"]
        prefix = f"{found['prefix']}:" if found["prefix"] else ""
        key = story.resolve(prefix + found["id"]) if story else None
        record = story.get(key) if story and key else None
        return full_title(story, record) if story and record else found["id"].replace("-", " ")

    linked = LINK.sub(words, text) if "[[" in text else text
    return " ".join(linked.replace("*", "").replace("`", "").split())
