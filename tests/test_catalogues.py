"""The catalogues of the interface's words: whole in every language, with placeholders and plurals intact."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from support import ROOT

CATALOGUES = sorted((ROOT / "generator" / "explainer" / "locale").glob("*.po"))
PLURALS = {"ar": 6, "de": 2, "es": 2, "fr": 2}
FIELD = re.compile(r"\{\w*\}")


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """Return the module that keeps the catalogues up to date."""
    spec = importlib.util.spec_from_file_location("catalogues", ROOT / "tools" / "catalogues.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(path: Path) -> Catalog:
    """Return a catalogue as it stands in its file."""
    with path.open("rb") as file:
        return read_po(file, locale=path.stem)


def forms(string: object) -> tuple[str, ...]:
    """Return the translations of a message."""
    return (string,) if isinstance(string, str) else tuple(string or ())  # type: ignore[arg-type]


def test_there_are_messages(tool: ModuleType) -> None:
    """Words of templates, of the package and of lists in it are found."""
    found = tool.messages()

    assert {"What links here", "{title}: updates", "is an ally of", "spring {year}"} <= found.keys()
    assert found["{count} actor"] == "{count} actors"
    assert len(found) > 450


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_message_has_a_translation(path: Path, tool: ModuleType) -> None:
    """No message of the interface is left in English; `make catalogues` tells which are."""
    catalogue = read(path)
    left = [
        message for message in tool.messages() if not (found := catalogue.get(message)) or not found.string
    ]

    assert left == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_nothing_is_translated_in_vain(path: Path, tool: ModuleType) -> None:
    """A catalogue is as the tool writes it: without messages that no one says any more."""
    assert tool.text(tool.updated(read(path), tool.messages())) == path.read_text("utf-8")


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_placeholders_are_intact(path: Path) -> None:
    """A translation fills in what the message does; a plural's form for none, one or two may say the number."""
    for message in read(path):
        if not message.id:
            continue
        ids = (message.id,) if isinstance(message.id, str) else message.id
        wanted = set(FIELD.findall(ids[-1]))
        for number, form in enumerate(forms(message.string)):
            spared = {"{count}", "{cited}"} if len(ids) > 1 and number < 3 else set()
            found = set(FIELD.findall(form))
            assert found <= wanted, (message.id, form)
            assert wanted - spared <= found, (message.id, form)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_plurals_are_complete(path: Path) -> None:
    """Every plural has all the forms of its language, six in Arabic."""
    for message in read(path):
        if message.pluralizable:
            assert len(forms(message.string)) == PLURALS[path.stem], message.id
            assert all(forms(message.string)), message.id


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_spaces_that_join_words_are_kept(path: Path) -> None:
    """A message that ends in a space still does; what joins words, such as `and`, keeps them apart."""
    for message in read(path):
        if isinstance(message.id, str) and message.id.endswith(" ") and path.stem != "ar":
            assert str(message.string).endswith(" "), message.id
