"""Templates that were compiled: kept while the process runs, and those of our own package beside it."""

from __future__ import annotations

import marshal
import sys
from functools import cache
from pathlib import Path
from types import CodeType

import jinja2
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from explainer.keeping import keep, kept, sealed, unsealed


class Compiled(BytecodeCache):
    """Compiled templates by their sources, and by everything else that Jinja's compiler looks at."""

    def __init__(self) -> None:
        self._codes: dict[tuple[object, ...], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, if one like it was compiled."""
        bucket.code = self._codes.get(_key(bucket))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        if bucket.code is not None:
            self._codes[_key(bucket)] = bucket.code


_SYNTAX = (
    "block_start_string",
    "block_end_string",
    "variable_start_string",
    "variable_end_string",
    "comment_start_string",
    "comment_end_string",
    "line_statement_prefix",
    "line_comment_prefix",
    "trim_blocks",
    "lstrip_blocks",
    "newline_sequence",
    "keep_trailing_newline",
)
"""How templates are written."""


def _key(bucket: Bucket) -> tuple[object, ...]:
    return (bucket.key, bucket.checksum, *_settings(bucket.environment))


def _settings(env: Environment) -> tuple[object, ...]:
    # Filters and tests are run on constants while a template is compiled: others, however alike, are others.
    return (
        type(env),
        env.code_generator_class,
        env.undefined,
        env.autoescape,
        env.finalize,
        env.optimized,
        env.sandboxed,
        env.is_async,
        repr(env.policies),
        *env.extensions,
        *env.filters.items(),
        *env.tests.items(),
        *(getattr(env, name) for name in _SYNTAX),
    )


class Installed(BytecodeCache):
    """Templates of a package, compiled beside it as Python's modules are, in `__pycache__`.

    All environments that use one must be alike. Where the folder cannot be written, nothing is kept; a
    file that is damaged, or was made by other code, is made anew.
    """

    def __init__(self, package: Path) -> None:
        self._folder = package / "__pycache__"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, if it was compiled."""
        code = unsealed(kept(self._file(bucket)), _made_with(bucket))
        if code is not None:
            bucket.code = marshal.loads(code)  # noqa: S302 - sealed, and beside Python's own

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        if bucket.code is not None and not sys.dont_write_bytecode:
            keep(self._file(bucket), sealed(marshal.dumps(bucket.code), _made_with(bucket)))

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"template-{bucket.key}.{sys.implementation.cache_tag}"


def _made_with(bucket: Bucket) -> bytes:
    known = " ".join(sorted(bucket.environment.globals))  # what a template makes of a name depends on it
    return b"\0".join([_compiler(), bucket.checksum.encode(), known.encode()])


@cache
def _compiler() -> bytes:
    """Return what decides as what code a template comes out."""
    lean = Path(__file__).with_name("lean.py").read_bytes()
    return b"\0".join([jinja2.__version__.encode(), sys.version.encode(), lean])


COMPILED = Compiled()
"""Those of this process."""
