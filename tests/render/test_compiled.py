"""Templates that were compiled before."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from explainer.render.compiled import Compiled, Installed

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


def _installed(folder: Path, source: str, log: list[str]) -> str:
    class Counting(Environment):
        def compile(self, *given: object, **more: object) -> object:
            log.append("compiled")
            return super().compile(*given, **more)

    env = Counting(bytecode_cache=Installed(folder), loader=DictLoader({"page": source}))
    return env.get_template("page").render()


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
