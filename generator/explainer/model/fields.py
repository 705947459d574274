"""The kinds of value that records are made of, and the short forms editors may write for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler, StringConstraints
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

T = TypeVar("T")


class Model(BaseModel):
    """Anything an editor writes: frozen once read, and without fields of its own invention."""

    __slots__ = ("_mentions",)
    """Kept by `references.mentions`, and not taken along by copies."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True)


def field_of(model: Model, name: str, default: Any = None) -> Any:
    """Return a field of a record, or the default where records of its kind have none of that name."""
    # Pydantic takes twenty times as long to say that there is none.
    return model.__dict__.get(name, default)


class OneOrMany:
    """Lets an editor write one value where a list is kept; a machine always reads the list."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the list's schema with a single value wrapped first."""
        return core_schema.no_info_before_validator_function(_as_list, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Return a schema that takes both forms from editors and the list alone in exports."""
        array = handler(schema)
        return {"anyOf": [array["items"], array]} if handler.mode == "validation" else array


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


class Shorthand:
    """Lets an editor write a bare string for the named field of an object."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the object's schema with a string put into its one main field first."""
        return core_schema.no_info_before_validator_function(
            lambda value: {self.name: value} if isinstance(value, str) else value, handler(source)
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Return a schema that takes both forms from editors and the object alone in exports."""
        whole = handler(schema)
        return {"anyOf": [{"type": "string"}, whole]} if handler.mode == "validation" else whole


@dataclass(frozen=True)
class RefTo:
    """Marks a string as the id of a record in one of these collections; none named means any."""

    collections: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProseMark:
    """Marks a string as inline Markdown with `[[id]]` links."""


Many = Annotated[tuple[T, ...], OneOrMany()]
Text = Annotated[str, StringConstraints(min_length=1)]
Prose = Annotated[str, StringConstraints(min_length=1), ProseMark()]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Lang = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"{}|\\^`\[\]]+$")]
ActorRef = Annotated[str, RefTo(("actors",))]
PlaceRef = Annotated[str, RefTo(("places",))]
EventRef = Annotated[str, RefTo(("events",))]
QuoteRef = Annotated[str, RefTo(("quotes",))]
FigureRef = Annotated[str, RefTo(("figures",))]
SourceRef = Annotated[str, RefTo(("sources",))]
ImageRef = Annotated[str, RefTo(("images",))]
AnyRef = Annotated[str, RefTo()]


def is_many(field: FieldInfo) -> bool:
    """Tell whether a field keeps a list."""
    return any(get_origin(kind) is tuple for kind in (field.annotation, *get_args(field.annotation)))


def submodels(annotation: Any) -> Iterator[type[Model]]:
    """Yield the models inside a field's annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for part in get_args(annotation):
        yield from submodels(part)


def marks(annotation: Any) -> Iterator[RefTo | ProseMark]:
    """Yield the marks of a field's annotation and of what is inside it, models excepted."""
    if isinstance(annotation, RefTo | ProseMark):
        yield annotation
    for part in get_args(annotation):
        yield from marks(part)
