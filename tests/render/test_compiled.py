"""Templates that were compiled before."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, pass_context

from explainer.render.compiled import Compiled, Installed

TEMPLATE = "{{ 'night' | said }} {{ name }}\n"


def _made(kept: Compiled, source: str, said: str, **options: object) -> str:
    env = Environment(bytecode_cache=kept, loader=DictLoader({"page": source}), autoescape=True)
    for name, value in options.items():
        setattr(env, name, value)
    env.filters["said"] = lambda text: f"{said} {text}"
    return env.get_template("page").render(name="<b>")


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Environments that are alike share what was compiled."""
    kept = Compiled(tmp_path)
    source, upper = "{{ name | upper }}", Environment.compile
    compiled = []
    monkeypatch.setattr(
        Environment, "compile", lambda env, *given, **more: compiled.append(1) or upper(env, *given, **more)
    )

    for _ in range(2):
        env = Environment(bytecode_cache=kept, loader=DictLoader({"page": source}), autoescape=True)
        assert env.get_template("page").render(name="<b>") == "&lt;B&gt;"
    assert len(compiled) == 1


def test_what_differs_is_compiled_again(tmp_path: Path) -> None:
    """A changed source, another filter of the same name and other settings each make another page."""
    kept = Compiled(tmp_path)

    assert _made(kept, TEMPLATE, "by") == "by night &lt;b&gt;"
    assert _made(kept, TEMPLATE, "at") == "at night &lt;b&gt;"
    assert _made(kept, f"{TEMPLATE}.", "at") == "at night &lt;b&gt;\n."
    assert _made(kept, TEMPLATE, "at", autoescape=False) == "at night <b>"
    assert _made(kept, TEMPLATE, "at", keep_trailing_newline=True) == "at night &lt;b&gt;\n"


def _installed(folder: Path, source: str, log: list[str]) -> str:
    class Counting(Environment):
        def compile(self, *given: object, **more: object) -> object:
            log.append("compiled")
            return super().compile(*given, **more)

    env = Counting(bytecode_cache=Installed(folder), loader=DictLoader({"page": source}))
    return env.get_template("page").render()


@pytest.mark.parametrize("takes_context", [False, True])
def test_another_process_finds_what_nobody_else_had_a_part_in(
    tmp_path: Path, takes_context: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Functions of other packages run while a template is compiled, unless they take the context."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)

    def said(*given: object) -> str:
        return f"by {given[-1]}"

    for autoescape in (False, True):
        env = Environment(bytecode_cache=Compiled(tmp_path), autoescape=autoescape)
        env.filters["said"] = pass_context(said) if takes_context else said
        env.loader = DictLoader({"page": TEMPLATE})
        assert env.get_template("page").render(name="<b>").startswith("by night")
    env = Environment(bytecode_cache=Compiled(tmp_path), loader=env.loader, autoescape=True)
    env.filters["said"] = pass_context(said) if takes_context else said
    monkeypatch.setattr(Environment, "_parse", lambda *_: pytest.fail("compiled again"))
    with nullcontext() if takes_context else pytest.raises(pytest.fail.Exception):
        assert env.get_template("page").render(name="<b>") == "by night &lt;b&gt;"


def _damage(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9] + b"!damaged!")


def _swap(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("spoil", [_damage, _swap, Path.unlink])
def test_templates_of_a_package_are_compiled_beside_it(
    tmp_path: Path, spoil: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process takes what one has compiled, unless its source was changed or the file was damaged."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    log: list[str] = []

    assert [_installed(tmp_path, "night", log) for _ in range(3)] == ["night"] * 3
    assert log == ["compiled"]
    assert _installed(tmp_path, "day", log) == "day"
    assert len(log) == 2
    (kept,) = (tmp_path / "__pycache__").iterdir()
    spoil(kept)
    assert _installed(tmp_path, "day", log) == "day"
    assert _installed(tmp_path, "day", log) == "day"
    assert len(log) == 3


@pytest.mark.parametrize("asked", [False, True])
def test_a_package_that_cannot_be_written_to_is_left_alone(
    tmp_path: Path, asked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no room for compiled templates, or Python is not to write, nothing is kept."""
    monkeypatch.setattr(sys, "dont_write_bytecode", asked)
    if not asked:
        (tmp_path / "__pycache__").write_text("in the way", "utf-8")
    log: list[str] = []

    assert [_installed(tmp_path, "night", log) for _ in range(2)] == ["night"] * 2
    assert len(log) == 2
