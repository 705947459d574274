"""Dates as editors give them: EDTF, the words of the source, and how the one was read from the other."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from explainer.model.edtf import Edtf, EdtfError, parse
from explainer.model.fields import Model, Prose, Shorthand, Text

Basis = Literal["stated", "inferred", "assumed", "background"]
Part = Literal["early-morning", "morning", "midday", "afternoon", "evening", "night"]


class _EdtfText:
    """Reads an EDTF string into its parsed form and writes it back as canonical text."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _read, serialization=core_schema.plain_serializer_function_ser_schema(_write)
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "title": "EDTF date"}


def _read(value: Any) -> Edtf:
    if isinstance(value, Edtf):
        return value
    if not isinstance(value, str):
        hint = "[a, b] means “one of these days”, {a, b} “all of them”; both are also YAML syntax"
        raise PydanticCustomError("edtf", "put the date in quotes", {"hint": hint})
    try:
        return parse(value)
    except EdtfError as error:
        raise PydanticCustomError(
            "edtf", "{message}", {"message": error.message, "hint": error.hint}
        ) from None


def _write(date: Edtf) -> str:
    return date.normal


class _DateForm(Shorthand):
    """The short form of a date; a list or a set in its place is a date that lost its quotes."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def long_form(value: Any) -> Any:
            lost_quotes = isinstance(value, list) or (
                isinstance(value, dict) and value and all(item is None for item in value.values())
            )
            return {"edtf": [value]} if lost_quotes else value

        return core_schema.no_info_before_validator_function(
            long_form, super().__get_pydantic_core_schema__(source, handler)
        )


class DateRecord(Model):
    """A date in the EDTF profile, with what the source says and how it was read."""

    edtf: Annotated[Edtf, _EdtfText()]
    """The date in EDTF: 2016-05-01, 2016-05, 2016-04-22/2016-05-01, "[..2016-05-01]", 2016-05~ …"""
    says: Text | None = None
    """The source's own words for the date, such as "on Saturday"."""
    basis: Basis = "stated"
    """How we know: stated in the source, inferred from it, assumed by us, or background knowledge."""
    part: Part | None = None
    """The part of the day, where no clock time is known."""
    why: Prose | None = None
    """Our reasoning, shown to readers beside the date."""


Date = Annotated[DateRecord, _DateForm("edtf")]
