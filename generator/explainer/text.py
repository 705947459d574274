"""Reading a file as text: UTF-8, or a message that says what it is instead."""

from __future__ import annotations

import codecs
from pathlib import Path

from explainer.problems import Problem, Where

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Unreadable(Exception):
    """A file that could not be read; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_text(path: Path, name: str) -> str:
    """Return the file's text without a byte-order mark.

    Raises:
        Unreadable: the file is not UTF-8 or cannot be opened; `name` is what the message calls it.

    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Unreadable(
            Problem(Where(name, 1, 1), "file-unreadable", f"cannot be read: {error.strerror}")
        ) from None
    if data.startswith(_UTF16):
        raise Unreadable(_encoding(name, 1, 1, "this file is UTF-16, not UTF-8"))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        bad = f"this file is not UTF-8: byte 0x{data[error.start]:02X} is no letter in it"
        raise Unreadable(_encoding(name, line, column, bad)) from None


def _encoding(name: str, line: int, column: int, message: str) -> Problem:
    hint = "save the file with the encoding UTF-8"
    return Problem(Where(name, line, column), "encoding", message, hint)
