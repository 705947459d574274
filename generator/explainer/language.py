"""The language of a story: words from gettext catalogues, numbers and lists from CLDR through Babel."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path
from typing import BinaryIO

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from explainer.frozen import frozen

_CATALOGUES = Path(__file__).with_name("locale")
_PREFERRED = {"en": "en_GB"}
"""Plain English puts the day before the month."""


def N_(message: str) -> str:  # noqa: N802 - what gettext's tools call it
    """Return a message as it is: marked for the catalogues, and translated where it is used."""
    return message


@frozen
class Catalogue:
    """Translations by context (empty: none) and English message, each with its plural forms."""

    messages: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    plural: Callable[[int], int] = int
    """From a count to the index of the plural form."""


@dataclass(frozen=True, eq=False)
class Language:
    """What differs between languages; messages without a translation come out as they are, in English."""

    code: str
    locale: Locale
    catalogue: Catalogue

    @cached_property
    def direction(self) -> str:
        """Return the direction of the script, `ltr` or `rtl`."""
        return self.locale.text_direction

    def gettext(self, message: str) -> str:
        """Return the translation of a message."""
        return self.catalogue.messages.get(("", message), (message,))[0]

    def pgettext(self, context: str, message: str) -> str:
        """Return the translation for a context, or else the one for any context."""
        found = self.catalogue.messages.get((context, message))
        return found[0] if found else self.gettext(message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """Return the form that goes with the count, which is not filled in."""
        forms = self.catalogue.messages.get(("", singular), ())
        index = self.catalogue.plural(count)
        if len(forms) > 1 and index < len(forms):
            return forms[index]
        return singular if count == 1 else plural

    def name_of(self, code: str) -> str:
        """Return what this language calls the language of a code; the code itself where it has no name."""
        return str(self.locale.languages.get(code.replace("-", "_"), code))

    def number(self, value: float | Decimal) -> str:
        """Return a number with the separators of the language."""
        return _number(value, self.locale)

    def list(self, items: Iterable[str]) -> str:
        """Return the items joined by commas and `and`."""
        return format_list(list(items), locale=self.locale)


@lru_cache(4096, typed=True)
def _number(value: float | Decimal, locale: Locale) -> str:
    return format_decimal(value, locale=locale)


@lru_cache
def language(code: str) -> Language:
    """Return the language of a BCP 47 code such as `ar` or `pt-BR`; raise `ValueError` if Babel lacks it."""
    try:
        locale = Locale.parse(_PREFERRED.get(code, code).replace("-", "_"))
    except (UnknownLocaleError, ValueError) as error:
        raise ValueError(f'there is no language "{code}": use a code such as en, ar or pt-BR') from error
    catalogue = next((read_catalogue(path) for path in _files(locale)), Catalogue())
    return Language(code, locale, catalogue)


def direction_of(code: str) -> str:
    """Return the writing direction of a language, `auto` where it is not known."""
    try:
        return language(code).direction
    except ValueError:
        return "auto"


def read_catalogue(path: Path) -> Catalogue:
    """Return the translations in a gettext catalogue, without those that are empty or marked fuzzy."""
    with path.open("rb") as file:
        return _catalogue(file)


def _files(locale: Locale) -> Iterator[Path]:
    """Return the catalogues that exist for a locale, `pt_BR.po` before `pt.po`."""
    parts = str(locale).split("_")
    names = ("_".join(parts[:length]) for length in range(len(parts), 0, -1))
    return (path for name in names if (path := _CATALOGUES / f"{name}.po").exists())


def _catalogue(file: BinaryIO) -> Catalogue:
    catalog = read_po(file)
    usable = [message for message in catalog if _forms(message) and not message.fuzzy]
    return Catalogue(
        {_key(message): _forms(message) for message in usable}, gettext.c2py(catalog.plural_expr)
    )


def _key(message: Message) -> tuple[str, str]:
    return message.context or "", message.id if isinstance(message.id, str) else message.id[0]


def _forms(message: Message) -> tuple[str, ...]:
    """Return the translations, or nothing unless all are there."""
    forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    return forms if message.id and all(forms) else ()
