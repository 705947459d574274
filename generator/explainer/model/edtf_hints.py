"""Explains why a text is no EDTF date and what was probably meant; runs only when reading has failed."""

from __future__ import annotations

import re
from collections.abc import Callable

from explainer.model.edtf_parts import EdtfError
from explainer.model.edtf_point import MONTHS
from explainer.model.edtf_rules import RULES, Rule

_LONGEST = 80
_ORDINARY = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹‐‑−\u00a0\u202f", "01234567890123456789---  ")
"""Figures, dashes and spaces that look right or are right in another script."""
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
_MONTHS = {name[:3].lower(): f"{number:02}" for number, name in enumerate(MONTHS, 1)}
_FALLBACK = Rule("", "this is not a date we can read")
_FIGURES: dict[str, Callable[[str], str]] = {
    "year": lambda year: f"-{year[1:]:0>4}" if year[:1] == "-" else year.zfill(4),
    "month": lambda month: _MONTHS.get(month[:3].lower()) or month.zfill(2),
    "day": lambda day: day.zfill(2),
    "hour": lambda hour: hour.zfill(2),
    "minute": lambda minute: minute.zfill(2),
    "season": lambda season: _SEASONS[season.lower()],
    "century": lambda ordinal: f"{int(ordinal) - 1:02}",
    "bc": lambda year: f"{1 - int(year):05}" if int(year) > 1 else "0000",
    "bare": lambda date: re.sub("[?~%]", "", date),
}
"""How the named groups of a rule's pattern appear in its guesses."""


def explain(text: str, readable: Callable[[str], bool]) -> EdtfError:
    """Return what is wrong with a text that is no date; every suggestion in the hint is `readable`."""
    if not text:
        return EdtfError("the date is empty", f"{_FALLBACK.advice}, or leave the date out")
    if len(text) > _LONGEST:
        return EdtfError(f'"{text[:_LONGEST]}…": this is too long to be a date', _FALLBACK.advice)
    plain = text.translate(_ORDINARY)
    if plain != text and readable(plain):
        message = "figures, dashes and spaces must be those of an English keyboard"
        return EdtfError(f'"{text}": {message}', f'did you mean "{plain}"?')
    rule, guesses = _diagnose(plain, readable)
    return EdtfError(f'"{text}": {rule.message}', _hint(guesses) or rule.advice)


def _diagnose(text: str, readable: Callable[[str], bool]) -> tuple[Rule, dict[str, str]]:
    """Return the first rule that matches, with its valid guesses and the case in which each is right."""
    for rule in RULES:
        match = re.fullmatch(rule.pattern, text, re.IGNORECASE | re.ASCII)
        if match:
            values = {name: _value(name, found, readable) for name, found in match.groupdict("").items()}
            values["whole"] = text.upper().replace("U", "X")
            made = ((guess.edtf.format(**values), guess.when) for guess in rule.guesses)
            return rule, {edtf: when for edtf, when in made if readable(edtf)}
    return _FALLBACK, {}


def _hint(guesses: dict[str, str]) -> str:
    if len(guesses) == 1:
        return f'did you mean "{next(iter(guesses))}"?'
    cases = [f'"{edtf}" if {when}' for edtf, when in guesses.items()]
    return f"write {', '.join(cases)}" if cases else ""


def _value(name: str, found: str, readable: Callable[[str], bool]) -> str:
    if name not in {"a", "b"}:
        return _FIGURES.get(name, str)(found)
    part = found.strip()
    return part if readable(part) else next(iter(_diagnose(part, readable)[1]), part)
