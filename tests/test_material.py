"""What is done about Material's own ways."""

from __future__ import annotations

import copy
from pathlib import Path

from jinja2 import FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig

from explainer.plugin import material


def test_nothing_but_hidden_folders_is_left_out_of_the_list(tmp_path: Path) -> None:
    """MkDocs finds every file of a theme that it publishes, and templates find those in hidden folders."""
    for name in (".icons/a/b.svg", "assets/one.css", "assets/.hidden/two.css", ".dot", "main.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    config = MkDocsConfig()
    config.load_dict({"site_name": "Site", "theme": {"name": "material", "custom_dir": str(tmp_path)}})
    config.validate()
    before = config.theme.get_env()
    material.prepare(config)

    for theme in (config.theme, copy.deepcopy(config.theme)):
        env = theme.get_env()
        assert isinstance(env.loader, FileSystemLoader)
        assert set(before.list_templates()) - set(env.list_templates()) >= {".icons/a/b.svg"}
        assert [one for one in before.list_templates() if one[0] != "."] == [
            one for one in env.list_templates() if one[0] != "."
        ]
        assert {".dot", "assets/.hidden/two.css"} <= set(env.list_templates())
        assert env.get_template(".icons/a/b.svg").render() == ".icons/a/b.svg"
