"""Templates compiled to lean Python: the same output as Jinja's own compiler, in about half the time.

Jinja asks of every attribute whether it is an item, of every call whether it wants the context, and of every
macro's result what it is. Our templates see nothing but typed views, plain functions and macros, so that all
of it is known beforehand. `tests/render/test_lean.py` compares both compilers on every page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.utils import missing
from markupsafe import Markup, escape

_SPECIAL = re.compile(r"[&<>'\"]").search
_new = str.__new__


def escaped(value: Any) -> str:
    """Return a value as HTML: what is HTML as it is, anything else escaped."""
    if type(value) is Markup or (type(value) is str and not _SPECIAL(value)):
        return value
    return str(value) if type(value) is int else escape(value)


def macro(function: Callable[..., str], name: str, names: tuple[str, ...]) -> Callable[..., Markup]:
    """Return a template's macro as a plain function of its arguments; `names` are theirs."""
    count = len(names)

    def call(*args: Any, **named: Any) -> Markup:
        given = len(args)
        if named:
            args = (*args, *(named.pop(one, missing) for one in names[given:]))
            if named:
                message = f"{name}() takes no argument {next(iter(named))!r}"
                raise TypeError(message)
        elif given < count:
            args += (missing,) * (count - given)
        return _new(Markup, function(*args))

    return call


class LeanGenerator(CodeGenerator):
    """Compiles templates that see typed values only."""

    _asking = False
    """Whether the expression at hand may lead nowhere, as in `is defined`."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write an attribute as an attribute."""
        if self._asking or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(  # noqa: N802 - Jinja's name
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 - Jinja's signature
    ) -> None:
        """Write a call as a call."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def signature(self, node: Any, frame: Frame, extra_kwargs: Any = None) -> None:
        """Write a call's arguments; Jinja's begin with a comma, after the context."""
        if not isinstance(node, nodes.Call):
            super().signature(node, frame, extra_kwargs)
            return
        named = [(one.key, one.value) for one in node.kwargs]
        if node.dyn_args or node.dyn_kwargs:
            self.fail("our templates spread no arguments", node.lineno)
        for arg in node.args:
            self.visit(arg, frame)
            self.write(", ")
        for key, value in named:
            self.write(f"{key}=")
            self.visit(value, frame)
            self.write(", ")
        for key, value in (extra_kwargs or {}).items():
            self.write(f"{key}={value}, ")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Let `is defined` ask for what may not be there."""
        before, self._asking = self._asking, self._asking or node.name in {"defined", "undefined"}
        super().visit_Test(node, frame)
        self._asking = before

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        self.write("environment.lean_module(")
        self.visit(node.template, frame)
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write a macro as a plain function, unless it takes whatever it is given."""
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs or macro_ref.accesses_caller:
            super().macro_def(macro_ref, frame)
            return
        names = tuple(one.name for one in macro_ref.node.args)
        self.write(f"environment.lean_macro(macro, {getattr(macro_ref.node, 'name', None)!r}, {names!r})")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("environment.lean_escape(")


class LeanEnvironment(Environment):
    """A template environment with this compiler; it must escape, and every value must be known."""

    code_generator_class = LeanGenerator
    lean_macro = staticmethod(macro)
    lean_escape = staticmethod(escaped)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._modules: dict[str, TemplateModule] = {}

    def lean_module(self, name: str) -> TemplateModule:
        """Return a template's macros, always the same: none of them sees the page that asks for them."""
        if name not in self._modules:
            self._modules[name] = self.get_template(name).module
        return self._modules[name]
