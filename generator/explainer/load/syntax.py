"""What a YAML syntax error means to somebody who does not know YAML."""

from __future__ import annotations

import re

import yaml

from explainer.problems import Problem, Where

_COLON = "put the text in quotes: a colon followed by a space starts a field"
_MEANINGS: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "a colon in the middle of a text", _COLON),
    ("cannot start any token", "a text cannot begin with this character", "put the text in quotes"),
    (
        "found unexpected end of stream",
        "a quotation mark is opened and never closed",
        "close it with the same mark",
    ),
    (
        "did not find expected ',' or ']'",
        "a [ is never closed, or a comma is missing",
        "close the list with ]",
    ),
    (
        "did not find expected ',' or '}'",
        "a { is never closed, or a comma is missing",
        "close it with }, and put texts with , [ or { in quotes",
    ),
    (
        "could not find expected ':'",
        "a line that is neither a field nor part of one",
        "write `name: value`, or indent it",
    ),
    (
        "did not find expected key",
        "a line that does not fit its surroundings",
        "indent it like the lines above, or put texts with quotation marks wholly in quotes",
    ),
    (
        "did not find expected '-' indicator",
        "a line that does not fit the list above it",
        "begin each item with “- ” at the same indentation",
    ),
    (
        "block sequence entries are not allowed",
        "a list item where none can stand",
        "begin the list on a line of its own, indented",
    ),
    ("found undefined alias", "a text cannot begin with *", "put the text in quotes"),
    (
        "did not find expected alphabetic or numeric character",
        "a text cannot begin with * or &",
        "put the text in quotes",
    ),
    ("found duplicate anchor", "a text cannot begin with &", "put the text in quotes"),
    ("expected a single document", "a second document begins here", "remove the line “---”"),
    (
        "found unknown escape character",
        "a backslash in double quotes has a meaning of its own",
        "use single quotes around the text",
    ),
    (
        "control characters are not allowed",
        "an invisible control character",
        "delete the character and type the text again",
    ),
    (
        "special characters are not allowed",
        "an invisible control character",
        "delete the character and type the text again",
    ),
    ("undefined tag handle", "a text cannot begin with !", "put the text in quotes"),
    (
        "did not find expected comment or line break",
        "words after a closed text",
        "put the whole text in quotes of the other kind",
    ),
    (
        "did not find expected <document start>",
        "words after the end of the text",
        "put the whole text in quotes of the other kind",
    ),
)
_LEFT_OPEN = ("end of stream", "',' or ']'", "',' or '}'")
"""Errors whose cause is where something was opened, not where the reader gave up."""


def explain(error: yaml.YAMLError, text: str, name: str) -> Problem:
    """Return a syntax error as a problem, in plain words and at its place."""
    said = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or error}"
    where = _where(error, text, name)
    if _tab_indents(text, where.line):
        line = text.splitlines()[where.line - 1]
        place = Where(name, where.line, line.index("\t") + 1)
        return Problem(place, "tab", "a tab in the indentation", "indent with spaces")
    for sign, message, hint in _MEANINGS:
        if sign in said:
            return Problem(where, "yaml-syntax", message, hint)
    return Problem(
        where, "yaml-syntax", f"this is not YAML: {said.strip()}", "compare the line with its neighbours"
    )


def _where(error: yaml.YAMLError, text: str, name: str) -> Where:
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        position = getattr(error, "position", 0)
        before = text[:position]
        return Where(name, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
    opened = getattr(error, "context_mark", None)
    if opened is not None and any(sign in (getattr(error, "problem", "") or "") for sign in _LEFT_OPEN):
        mark = opened
    return Where(name, mark.line + 1, mark.column + 1)


def _tab_indents(text: str, line: int) -> bool:
    lines = text.splitlines()
    return 0 < line <= len(lines) and re.match(r" *\t", lines[line - 1]) is not None
