"""What a site may say of a story in its `mkdocs.yml`."""

from __future__ import annotations

from typing import get_args

from mkdocs.config import config_options as c
from mkdocs.config.base import Config

from explainer.files import LeftOut
from explainer.sharing import Which


class ExplainerConfig(Config):  # type: ignore[no-untyped-call]
    """The options that `plugins: - explainer:` takes in `mkdocs.yml`."""

    content_dir = c.Optional(c.Dir(exists=True))
    """The folder with `story.yml` and the collections; `docs_dir` when left out."""

    source_texts = c.ListOfItems(c.Dir(), default=[])
    """Folders with the full texts of sources, which are never published."""

    titles = c.DictOfItems(c.Type(str), default={})
    """What collection pages are called, such as `actors: Who is who`."""

    folders = c.DictOfItems(c.Type(str), default={})
    """Under which address collections are published, such as `actors: people`."""

    search = c.Type(bool, default=True)
    """Whether readers can search, where no other plugin gives the site a search."""

    cards = c.Choice[Which](("key", "all", "none"), default="key")
    """Which pages have a share card of their own: those that home shows first, all, or none."""

    leave_out = c.ListOfItems(c.Choice[LeftOut](get_args(LeftOut)), default=[])
    """What is not published: `book`, `embeds`, `formats` other than JSON, `records` (the data of each)."""

    archive = c.Type(bool, default=False)
    """Whether the downloads hold the whole site in one file, for which it is built a second time."""
