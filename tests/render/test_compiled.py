"""Templates that were compiled before."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment

from explainer.render.compiled import Compiled

TEMPLATE = "{{ 'night' | said }} {{ name }}\n"


def _made(kept: Compiled, source: str, said: str, **options: object) -> str:
    env = Environment(bytecode_cache=kept, loader=DictLoader({"page": source}), autoescape=True)
    for name, value in options.items():
        setattr(env, name, value)
    env.filters["said"] = lambda text: f"{said} {text}"
    return env.get_template("page").render(name="<b>")


def test_a_template_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Environments that are alike share what was compiled."""
    kept = Compiled()
    source, upper = "{{ name | upper }}", Environment.compile
    compiled = []
    monkeypatch.setattr(
        Environment, "compile", lambda env, *given, **more: compiled.append(1) or upper(env, *given, **more)
    )

    for _ in range(2):
        env = Environment(bytecode_cache=kept, loader=DictLoader({"page": source}), autoescape=True)
        assert env.get_template("page").render(name="<b>") == "&lt;B&gt;"
    assert len(compiled) == 1


def test_what_differs_is_compiled_again() -> None:
    """A changed source, another filter of the same name and other settings each make another page."""
    kept = Compiled()

    assert _made(kept, TEMPLATE, "by") == "by night &lt;b&gt;"
    assert _made(kept, TEMPLATE, "at") == "at night &lt;b&gt;"
    assert _made(kept, f"{TEMPLATE}.", "at") == "at night &lt;b&gt;\n."
    assert _made(kept, TEMPLATE, "at", autoescape=False) == "at night <b>"
    assert _made(kept, TEMPLATE, "at", keep_trailing_newline=True) == "at night &lt;b&gt;\n"
