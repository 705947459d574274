"""Brings the catalogues of the interface's words up to date; `make catalogues` runs it.

Every message of the templates and the package gets a place in every catalogue; translations are kept, and
what no one says any more goes. Prints what is left to translate.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PACKAGE, THEME = ROOT / "generator" / "explainer", ROOT / "theme" / "explainer_theme"
CATALOGUES = PACKAGE / "locale"
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
JINJA = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
FIELD = re.compile(r"\{\w*\}")


def messages() -> dict[str, str]:
    """Return every message of the interface, each with its plural, which is empty where it has none."""
    found: dict[str, str] = {}
    for method, files in (
        ("python", sorted(PACKAGE.rglob("*.py"))),
        ("jinja2.ext:babel_extract", sorted(THEME.rglob("*.html"))),
    ):
        for path in files:
            with path.open("rb") as file:
                options = {} if method == "python" else JINJA
                for _, message, _, _ in extract(method, file, KEYWORDS, (), options):
                    one, many = (message, "") if isinstance(message, str) else message[-2:]
                    found[one] = many or found.get(one, "")
    found.pop("", None)
    return found


def updated(catalogue: Catalog, wanted: dict[str, str]) -> Catalog:
    """Return a catalogue with a place for every message wanted and no others; translations are kept."""
    made = Catalog(locale=catalogue.locale, header_comment=catalogue.header_comment, fuzzy=False)
    # What the catalogue says of its plurals, not what Babel would say.
    made._num_plurals, made._plural_expr = catalogue.num_plurals, catalogue.plural_expr
    for message in catalogue:
        key = message.id if isinstance(message.id, str) else message.id[0]
        if key in wanted and message.string:
            id_ = (key, wanted[key]) if wanted[key] else key
            string = message.string
            if wanted[key] and isinstance(string, str):
                string = (string,) + ("",) * (catalogue.num_plurals - 1)
            if not wanted[key] and not isinstance(string, str):
                string = string[0]
            made.add(id_, string, context=message.context, user_comments=message.user_comments)
    for key, plural in wanted.items():
        if made.get(key) is None:
            made.add((key, plural) if plural else key)
    return made


def left(catalogue: Catalog) -> Iterator[Message]:
    """Yield the messages without a whole translation."""
    for message in catalogue:
        forms = (message.string,) if isinstance(message.string, str) else message.string or ("",)
        if message.id and not all(forms):
            yield message


def text(catalogue: Catalog) -> str:
    """Return a catalogue as it stands in its file."""
    out = io.BytesIO()
    write_po(out, catalogue, width=0, no_location=True, omit_header=True)
    body = re.sub(r"^#, .*\n", "", out.getvalue().decode(), flags=re.MULTILINE)
    headers = {
        "Project-Id-Version": "mkdocs-explainer",
        "Language": str(catalogue.locale),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": f"nplurals={catalogue.num_plurals}; plural={catalogue.plural_expr};",
    }
    lines = "".join(f'"{name}: {value}\\n"\n' for name, value in headers.items())
    return f'{catalogue.header_comment}\nmsgid ""\nmsgstr ""\n{lines}\n{body.rstrip()}\n'


def main() -> int:
    """Update every catalogue."""
    wanted = messages()
    without: dict[str, list[str]] = {}
    for path in sorted(CATALOGUES.glob("*.po")):
        with path.open("rb") as file:
            catalogue = updated(read_po(file, locale=path.stem), wanted)
        path.write_text(text(catalogue), "utf-8")
        missing = list(left(catalogue))
        print(f"{path.relative_to(ROOT)}: {len(wanted)} messages, {len(missing)} without a translation")
        for message in missing:
            without.setdefault(str(message.id), []).append(path.stem)
    for message_id, codes in without.items():
        print(f"  {message_id} ({', '.join(codes)})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
