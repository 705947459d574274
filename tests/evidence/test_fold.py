"""What folding forgives, and that it forgives nothing else."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.evidence.fold import canonical, fold, origins

ALIKE = [
    ("“calm”", '"calm"'),
    ("„Ruhe“", '"Ruhe"'),
    ("«тишина»", '"тишина"'),
    ("Russia’s", "Russia's"),
    ("10 – 12", "10 - 12"),
    ("truce—he said", "truce-he said"),
    ("a\u00a0local\u202fjournalist", "a local journalist"),
    ("  two\n lines ", "two lines"),
    ("zero\u200bwidth\ufeff", "zerowidth"),
    ("soft\u00adhyphen", "softhyphen"),
    ("\u200eleft to right\u200f", "left to right"),
    ("Gro\u0308\u00dfe", "Gr\u00f6\u00dfe"),
    ("أ", "ا\u0654"),
]
APART = [
    ("no", "not"),
    ("10²", "102"),
    ("½", "1/2"),
    ("paralysed", "paralyzed"),
    ("Straße", "Strasse"),
    ("May", "may"),
    ("٢٤٦", "246"),
    ("ﬁre", "fire"),
    ("a, b", "a b"),
    ("е", "e"),
    ("left right", "leftright"),
    ("…", "..."),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_forgiven(one: str, other: str) -> None:
    """Quotation marks, dashes, spaces, invisible characters and normal forms are no difference."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_not_forgiven(one: str, other: str) -> None:
    """Letters, digits, case, punctuation and look-alikes are a difference."""
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded text is folded."""
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_normal_forms_fold_alike(text: str) -> None:
    """The same text in form C and in form D folds to the same."""
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text())
def test_every_folded_character_has_an_origin(text: str) -> None:
    """Each character of a folded text comes from one place in the canonical text, in order."""
    made = origins(canonical(text))

    assert len(made) == len(fold(text))
    assert made == sorted(set(made))
