"""Templates compiled to lean Python: the same output as Jinja's own compiler, in about half the time.

Jinja asks of every attribute whether it is an item, of every call whether it wants the context, of every
macro's result what it is, and of every name what it means, wherever it is used. Our templates see nothing but
typed views, plain functions and macros, so that all of it is known beforehand. What the environment knows by
a name is looked up when a template is loaded, and so are the interface's words.
`tests/render/test_lean.py` compares both compilers on every page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from keyword import iskeyword
from types import FunctionType
from typing import Any

import markupsafe
from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.idtracking import VAR_LOAD_RESOLVE
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape

_text: Callable[[str], str] = getattr(markupsafe, "_escape_inner", lambda text: str(escape(text)))
"""Escapes a text, without making `Markup` of it where MarkupSafe is new enough."""
_COMMONS = {
    "resolve": "context.resolve_or_missing",
    "undefined": "environment.undefined",
    "concat": "environment.concat",
    "cond_expr_undefined": "Undefined",
}
"""What compiled templates call what they need."""
_PARAMETER = re.compile(r"^l_\d+_")  # what the compiler puts before a name


def escaped(value: Any) -> str:
    """Return a value as HTML: what is HTML as it is, anything else escaped."""
    kind = type(value)
    if kind is str:
        return _text(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    return str(value) if kind is int or kind is float else escape(value)


class LeanGenerator(CodeGenerator):
    """Compiles templates that see typed values only."""

    _asking = False
    """Whether the expression at hand may lead nowhere, as in `is defined`."""
    _said: nodes.Expr | None = None
    """The words of the interface that are printed as they are."""
    _printed: nodes.Expr | None = None
    """The call whose HTML is printed as it is."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        """Write a template as a module that looks up at its end what the environment knows by a name."""
        imported = (one for found in node.find_all(nodes.FromImport) for one in found.names)
        own = {one if isinstance(one, str) else one[1] for one in imported}
        self._macros = own | {found.name for found in node.find_all(nodes.Macro)}
        own = self._macros | {found.target for found in node.find_all(nodes.Import)}
        own |= {found.name for found in node.find_all(nodes.Name) if found.ctx != "load"}
        self._known = self.environment.globals.keys() - own
        self._words: dict[str, int] = {}
        self._whole = node.find(nodes.Extends) is None
        self.writeline("escaped, new_text, lean_macro = environment.lean_names")
        super().visit_Template(node, frame)
        for name in sorted(self._known):
            self.writeline(f"known_{name} = environment.globals[{name!r}]")
        for text, number in self._words.items():
            self.writeline(f"words_{number} = escape(known__({text!r}))")

    def write_commons(self) -> None:
        """Write what templates and blocks begin with, without making them generators."""
        for name, value in _COMMONS.items():
            self.writeline(f"{name} = {value}")

    def enter_frame(self, frame: Frame) -> None:
        """Look up names, but for those of the environment; what a template or a block says is one list."""
        loads = frame.symbols.loads
        frame.symbols.loads = {
            target: load
            for target, load in loads.items()
            if load[0] != VAR_LOAD_RESOLVE or load[1] not in self._known
        }
        super().enter_frame(frame)
        frame.symbols.loads = loads
        if frame.block_frame or (frame.rootlevel and self._whole):
            self.buffer(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:  # noqa: FBT001, FBT002 - Jinja's signature
        """Give back the list at the end of a template or a block."""
        super().leave_frame(frame, with_python_scope)
        if frame.block_frame or (frame.rootlevel and self._whole):
            self.writeline(f"return {frame.buffer}")

    def visit_Block(self, node: nodes.Block, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Add what a block says to the list."""
        if frame.buffer is None:
            super().visit_Block(node, frame)
            return
        if node.required:
            self.fail("our blocks may all be left empty", node.lineno)
        context = self.derive_context(frame) if node.scoped else self.get_context_ref()
        self.writeline(f"{frame.buffer}.extend(context.blocks[{node.name!r}][0]({context}))", node)

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write a name of the environment as a module's."""
        if node.ctx == "load" and node.name in self._known:
            load = frame.symbols.find_load(frame.symbols.ref(node.name))
            if load and load[0] == VAR_LOAD_RESOLVE:
                self.write(f"known_{node.name}")
                return
        super().visit_Name(node, frame)

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
        """Write a call as a call; the interface's words are translated when the template is loaded."""
        if node is self._said:
            text = node.args[0].as_const()
            self.write(f"words_{self._words.setdefault(text, len(self._words))}")
            return
        marked = _called(node) in self._macros and node is not self._printed
        self.write("new_text(Markup, (" if marked else "((")
        self.visit(node.node, frame)
        self.write(")(")
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write("))")

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

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write what is to stand only under a condition with an empty text in the other case."""
        node.expr2 = node.expr2 or nodes.Const("", lineno=node.lineno)
        super().visit_CondExpr(node, frame)

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
        """Write a macro as a plain function that returns HTML, unless it takes whatever it is given."""
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs or macro_ref.accesses_caller:
            super().macro_def(macro_ref, frame)
            return
        self.write("lean_macro(macro)")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self._said = self._printed = None
        name = _called(node)
        if isinstance(node, nodes.Call) and name == "_" and isinstance(node.args[0], nodes.Const):
            self._said = node if "_" in self._known else None
        elif name in self._macros or (name in self._known and _makes_html(self.environment.globals[name])):
            self._printed = node
        self.write("(" if self._said or self._printed else "escaped(")


def _called(node: nodes.Expr) -> str:
    """Return the name that an expression calls, if it calls one."""
    return node.node.name if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) else ""


def _makes_html(function: Any) -> bool:
    return getattr(function, "__annotations__", {}).get("return") in {"Markup", Markup}


def _macro(function: FunctionType) -> FunctionType:
    """Return a compiled macro as it is called: by the names that its template gives its arguments."""
    code = function.__code__
    count = code.co_argcount
    named = tuple(_PARAMETER.sub("", name) for name in code.co_varnames[:count])
    function.__code__ = code.replace(co_varnames=named + code.co_varnames[count:])
    function.__defaults__ = (missing,) * count
    return function


class LeanTemplate(Template):
    """A template that looks up once, and not for every page, what the environment knows."""

    @cached_property
    def _known(self) -> dict[str, Any]:
        return dict(self.globals)

    def new_context(self, vars: Any = None, shared: bool = False, locals: Any = None) -> Context:  # noqa: A002, FBT001, FBT002 - Jinja's signature
        """Return a context of a page."""
        names = vars or {} if shared else {**self._known, **(vars or {})}
        return super().new_context(names, shared=True, locals=locals)


class LeanEnvironment(Environment):
    """A template environment with this compiler; it must escape, and every value must be known."""

    code_generator_class = LeanGenerator
    template_class = LeanTemplate
    lean_names = (escaped, str.__new__, _macro)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._modules: dict[str, TemplateModule] = {}

    def lean_module(self, name: str) -> TemplateModule:
        """Return a template's macros, always the same: none of them sees the page that asks for them."""
        if name not in self._modules:
            self._modules[name] = self.get_template(name).module
        return self._modules[name]
