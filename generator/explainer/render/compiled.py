"""Templates that were compiled, kept while the process runs: for editions, and for a preview's next build."""

from __future__ import annotations

from types import CodeType

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket


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


COMPILED = Compiled()
"""Those of this process."""
