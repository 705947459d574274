"""Templates that were compiled: kept while the process runs, and those of our own package beside it."""

from __future__ import annotations

import marshal
import sys
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from types import CodeType

import jinja2
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from jinja2.utils import _PassArg

from explainer.keeping import keep, kept, sealed, unsealed


class Compiled(BytecodeCache):
    """Compiled templates by their sources, and by everything else that Jinja's compiler looks at.

    What is compiled without anything of other packages is found beside a package of ours by other processes.
    """

    def __init__(self, package: Path) -> None:
        self._codes: dict[tuple[object, ...], CodeType] = {}
        self._installed = Installed(package)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, if one like it was compiled."""
        settings = _settings(bucket.environment)
        bucket.code = self._codes.get((bucket.key, bucket.checksum, *settings))
        if bucket.code is None and _named(settings):
            self._installed.load_bytecode(bucket)
            self._keep(bucket, settings)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        settings = _settings(bucket.environment)
        self._keep(bucket, settings)
        if _named(settings):
            self._installed.dump_bytecode(bucket)

    def _keep(self, bucket: Bucket, settings: tuple[object, ...]) -> None:
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum, *settings] = bucket.code


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
        getattr(env, "newstyle_gettext", False),
        *(getattr(env, name) for name in _SYNTAX),
    )


_STANDARD = {"_operator", "builtins", "jinja2", "markupsafe"}
"""Packages that come with Python or with Jinja: their functions are told by their names."""


@lru_cache(maxsize=4)
def _named(settings: tuple[object, ...]) -> bytes | None:
    """Return how templates are compiled, in words; nothing where others may have a part in it."""
    words = []
    for setting in chain.from_iterable(one if isinstance(one, tuple) else [one] for one in settings):
        if not callable(setting):
            words.append(repr(setting))
            continue
        takes = getattr(setting, "jinja_pass_arg", None)  # with the context it waits until a page is rendered
        if takes is not _PassArg.context and setting.__module__.partition(".")[0] not in _STANDARD:
            return None
        words.append(f"{setting.__module__}.{setting.__qualname__} {takes}")
    return " ".join(words).encode()


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
    settings = _named(_settings(bucket.environment)) or b""
    return b"\0".join([_compiler(), bucket.checksum.encode(), known.encode(), settings])


@cache
def _compiler() -> bytes:
    """Return what decides as what code a template comes out."""
    lean = Path(__file__).with_name("lean.py").read_bytes()
    return b"\0".join([jinja2.__version__.encode(), sys.version.encode(), lean])


COMPILED = Compiled(Path(__file__).parent)
"""Those of this process."""
