from __future__ import annotations

import pytest

from explainer.language import language
from explainer.model.weekdays import weekday_name, weekday_named

SAYINGS = [
    ("en", "on Saturday", 5),
    ("en", "late last SATURDAY night", 5),
    ("en", "Sunday’s talks", 6),
    ("en", "the night of Saturday to Sunday", None),
    ("en", "on Saturdays", None),
    ("en", "last night", None),
    ("en", "", None),
    ("de", "am späten Samstagabend", 5),
    ("de", "Sonnabend früh", 5),
    ("de", "on Monday", 0),
    ("de", "in der Nacht zu Sonntag", 6),
    ("fr", "Dimanche matin", 6),
    ("es", "el miercoles", 2),
    ("ar", "مساء السبت", 5),
    ("ar", "والأحد", 6),
    ("ar", "يوم الاحد", 6),
    ("ar", "الإثنين", 0),
]


@pytest.mark.parametrize(("code", "says", "weekday"), SAYINGS)
def test_weekdays_are_found_in_the_words_of_a_source(code: str, says: str, weekday: int | None) -> None:
    """One weekday is found by its English name or that of the story's language; two say nothing."""
    assert weekday_named(says, language(code)) == weekday


def test_weekdays_have_names() -> None:
    """Weekdays count from Monday."""
    assert [weekday_name(number, language("en")) for number in (0, 6)] == ["Monday", "Sunday"]
    assert weekday_name(5, language("fr")) == "samedi"
