"""What the model says about its fields: the texts that stand beneath them."""

from __future__ import annotations

import ast
from functools import cache
from inspect import cleandoc, getsource
from itertools import pairwise

from explainer.model.fields import Model


@cache
def descriptions(model: type[Model]) -> dict[str, str]:
    """Return the texts beneath a model's fields, by field."""
    # Pydantic reads them too, but whenever a model comes into being, and only schemas need them.
    found: dict[str, str] = {}
    for kind in reversed(model.__mro__):
        if issubclass(kind, Model):
            found |= _beneath(kind)
    return found


def _beneath(model: type[Model]) -> dict[str, str]:
    (whole,) = ast.parse(getsource(model)).body
    texts = {}
    for field, text in pairwise(whole.body if isinstance(whole, ast.ClassDef) else ()):
        match field, text:
            case ast.AnnAssign(target=ast.Name(name)), ast.Expr(ast.Constant(str(words))):
                texts[name] = cleandoc(words)
    return texts
