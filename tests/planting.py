"""Stories full of secrets, made by walking the model: a field added tomorrow has one without a word here."""

from __future__ import annotations

import json
import types
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from explainer.model.collections import COLLECTIONS
from explainer.model.edtf import Edtf
from explainer.model.fields import Model, RefTo
from explainer.model.place import Coarse
from explainer.model.withheld import withholdable
from telling_pictures import pictures

CONFIG = "site_name: Site\nsite_url: https://example.org/\ndocs_dir: content\nplugins: [search, explainer]\n"
REASON = "feared reprisals"
NEIGHBOURS = {"actors": "someone", "places": "somewhere", "sources": "paper"}
"""Public records that others may refer to."""
REFUSED = ("wikidata", "links", "image")
"""Fields that no private person may have."""
PRIVATE = "resident-1"


class Planted:
    """A story with a secret in every field; `protect` says whether what protects them is written down too."""

    def __init__(self, *, protect: bool) -> None:
        self.protect = protect
        self.withheld: dict[str, str] = {}
        """Secrets that are to leave by no way, and where each was planted."""
        self.private: dict[str, str] = {}
        """Secrets of a private person, for readers' eyes only."""
        self.unpublished: dict[str, str] = {}
        """Secrets of editors, which are never published."""
        self.metadata: dict[str, str] = {}
        """Secrets in pictures."""
        self.records: dict[str, list[dict[str, Any]]] = {name: [] for name in COLLECTIONS}
        self.kinds: list[str] = []
        self.sides: list[str] = []
        self._number = 0
        self._into = self.withheld
        self._hides = True
        for name in COLLECTIONS:
            self._plant(name)
        self._plant_places()
        self._plant_private()

    def secret(self, where: str) -> str:
        """Return a new secret word."""
        word = f"qz{self._next():04d}xk"
        self._into[word] = where
        return word

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _plant(self, collection: str) -> None:
        """Add a record of which everything is withheld that can be."""
        model = COLLECTIONS[collection].model
        names = withholdable(model)
        record = {"id": f"{collection}-one", "note": self._note(collection), **self._needed(collection)}
        for name, field in model.model_fields.items():
            alias = field.alias or name
            if alias in names:
                record[alias] = self.value(field, f"{collection}.{alias}")
        if "preferred" in record:  # only who gives an estimate can be preferred
            record["preferred"]["by"] = "someone"
        if self.protect:
            record["withheld"] = dict.fromkeys(sorted(names), REASON)
        self.records[collection].append(record)
        if collection in NEIGHBOURS:
            public = {"id": NEIGHBOURS[collection], **self._needed(collection), "unsourced": "a test"}
            self.records[collection].append(public)

    def _note(self, where: str) -> str:
        word = f"qz{self._next():04d}xk"
        self.unpublished[word] = f"{where}.note"
        return word

    def _needed(self, collection: str) -> dict[str, Any]:
        """Return public values for the fields that a record must have."""
        values: dict[str, Any] = {
            "estimates": [{"by": "someone", "value": 3}],
            "positions": [{"by": "someone", "says": "Yes."}, {"by": "someone", "says": "No."}],
            "date": "2019-03-10",
            "file": "images/photo.jpg",
            "says": "Said something.",
        }
        needed = {"says": ""} if collection == "quotes" else {}
        for name, field in COLLECTIONS[collection].model.model_fields.items():
            if name != "id" and (field.is_required() or name in needed):
                needed[name] = values.get(name) or self._public(field, name)
        return needed

    def _public(self, field: FieldInfo, name: str) -> Any:
        if marks := [mark for mark in field.metadata if isinstance(mark, RefTo)]:
            return NEIGHBOURS[marks[0].collections[0]]
        return (
            get_args(field.annotation)[0]
            if get_origin(field.annotation) is Literal
            else f"Public {name} {self._next()}"
        )

    def _hidden(self, ref: RefTo, where: str) -> str:
        """Return the id of a new record, a draft where secrets are protected, that something refers to."""
        collection = ref.collections[0] if ref.collections else "events"
        if not self._hides:
            return NEIGHBOURS[collection]
        id_ = self.secret(f"id behind {where}")
        record = {"id": id_, **self._needed(collection), "draft": self.protect, "unsourced": "a test"}
        self.records[collection].append(record)
        return id_

    def value(self, field: FieldInfo, where: str) -> Any:
        """Return a value with a secret in every part that can hold one."""
        return self._value(field.annotation, list(field.metadata), where)

    def _value(self, kind: Any, metadata: list[Any], where: str) -> Any:
        origin, args = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return self._value(args[0], [*kind.__metadata__, *metadata], where)
        if origin in {Union, types.UnionType}:
            return self._value(next(arg for arg in args if arg is not type(None)), metadata, where)
        if origin in {tuple, dict}:
            inside = [self._value(arg, [], where) for arg in args if arg is not ...]
            return inside if origin is tuple else dict([inside])
        if origin is Literal:
            return args[0]
        if kind is str:
            return self._text(metadata, where)
        return self._other(kind, where)

    def _other(self, kind: Any, where: str) -> Any:
        number = self._next()
        if kind is bool:
            return True
        if kind is Edtf:
            self._into |= {f"{1000 + number}-05-06": where, f"6 may {1000 + number}": where}
            return f"{1000 + number}-05-06"
        if kind in {int, float}:
            value = 730_000_000 + number if kind is int else float(f"41.73{number:04d}7")
            self._into[str(value)] = where
            return value
        if issubclass(kind, Model):
            inner = {(field.alias or name): field for name, field in kind.model_fields.items()}
            return {name: self.value(field, f"{where}.{name}") for name, field in inner.items()}
        raise TypeError(f"no secret for {kind} in {where}: teach this how to make one")

    def _text(self, metadata: list[Any], where: str) -> str:
        for mark in metadata:
            if isinstance(mark, RefTo):
                return self._hidden(mark, where)
        pattern = next((m.pattern for m in metadata if isinstance(m, StringConstraints) and m.pattern), "")
        name = where.rpartition(".")[2]
        if name == "side" and not self._hides:
            return "valley"
        word = self.secret(where)
        if name == "side" or (name == "kind" and pattern):
            (self.sides if name == "side" else self.kinds).append(word)
            return word
        if str(pattern).startswith("^https"):
            return f"https://example.org/{word}"
        if str(pattern).startswith("^[a-z]{2,3}"):
            return f"qa-{word}"
        return word if pattern else f"É “{word}” <i>&'\""

    def _plant_places(self) -> None:
        """Add places with exact coordinates that are published roughly."""
        for coarse in get_args(Coarse):
            place = {"id": f"rough-{coarse}", **self._needed("places"), "unsourced": "a test"}
            place |= {name: self._other(float, f"places.{name}, coarse: {coarse}") for name in ("lat", "lon")}
            self.records["places"].append({**place, **({"coarse": coarse} if self.protect else {})})

    def _plant_private(self) -> None:
        """Add a private person with everything that one may have, and mentions of them everywhere."""
        self._into, self._hides = self.private, False
        person: dict[str, Any] = {"id": PRIVATE, "kind": "person", "note": self._note("private")}
        for name, field in COLLECTIONS["actors"].model.model_fields.items():
            if name not in {*person, *REFUSED, "draft", "withheld", "private", "unsourced"}:
                person[name] = self.value(field, f"private.{name}")
        self.records["actors"].append({**person, "private": self.protect})
        given = {"unsourced": "a test", "date": "2019-03-10"}
        mention = f"As [[{PRIVATE}]] told."
        for collection, record in (
            ("quotes", {"id": "said", "speaker": PRIVATE, "words": "Yes.", "act": "deny", **given}),
            ("quotes", {"id": "told", "speaker": PRIVATE, "says": mention, "label": "a resident", **given}),
            ("quotes", {"id": "of", "speaker": "someone", "says": "No.", "stance": {PRIVATE: "critical"}, **given}),
            ("events", {"id": "flight", "title": "Flight", "who": {"affected": PRIVATE}, "summary": mention, **given}),
            ("events", {"id": "seen", "title": "Seen", "according_to": PRIVATE, "accounts": {"by": PRIVATE}, **given}),
            ("relations", {"a": PRIVATE, "rel": "family-of", "b": "someone", "unsourced": "a test"}),
            ("glossary", {"id": "word", "term": "Word", "means": mention, "unsourced": "a test"}),
            ("figures", {"id": "few", **self._needed("figures"), "unsourced": "a test", "estimates": {"by": PRIVATE, "value": 2}}),
            ("disputes", {"id": "which", "title": "Which?", "about": [f"actor:{PRIVATE}"], "unsourced": "a test",
                          "positions": [{"by": PRIVATE, "says": mention, "quote": "said"}, {"by": "someone", "says": "No."}]}),
            ("places", {"id": "home", "name": "Home", "kind": "town", "held_by": {"who": PRIVATE}, "unsourced": "a test"}),
            ("sources", {"id": "letter", "title": "Letter", "publisher": PRIVATE}),
        ):  # fmt: skip
            self.records[collection].append(record)

    def _write_overlays(self, folder: Path) -> None:
        """Write drawings for the map: a draft, and one of which only the lines and what is said of it is published."""
        folder.mkdir()
        for name, draft in (("drawn", False), ("draft", True)):
            position = [41.7, 41.9]
            feature = {"type": "Feature", "properties": {"name": self._note(f"{name}, a feature")}}
            text = json.dumps(
                {
                    "type": "FeatureCollection",
                    "title": self._note(name) if draft else "Lines",
                    "note": self._note(f"{name}, a note"),
                    "source": "paper",
                    "licence": "CC0",
                    "date": "2019-03-10",
                    "precision": "near",
                    "draft": draft,
                    "features": [{**feature, "geometry": {"type": "Point", "coordinates": position}}],
                }
            )
            (folder / f"{name}.geojson").write_text(text)

    def write(self, project: Path) -> Path:
        """Write the story and its pictures into a project's folder, and return that."""
        content = project / "content"
        (content / "images").mkdir(parents=True)
        (project / "mkdocs.yml").write_text(CONFIG)
        story = {
            "title": "Story",
            "standfirst": f"What [[{PRIVATE}]] saw.",
            "note": self._note("story"),
            "sides": [{"id": "valley", "name": "Valley"}],
            "kinds": {},
            "key": {"actors": [PRIVATE]},
            "questions": [
                {
                    "id": "who",
                    "question": "Who saw it?",
                    "answer": f"[[{PRIVATE}]] did.\n\nAsk [[{PRIVATE}]].",
                    "about": PRIVATE,
                },
                {"id": "what", "question": "What was seen?", "answer": "[[seen]]."},
            ],
            "unknown": [{"says": f"Where [[{PRIVATE}]] is.", "about": PRIVATE}],
        }
        if not self.protect:
            story["sides"] = [{"id": side, "name": "A side"} for side in (*self.sides, "valley")]
            story["kinds"] = dict.fromkeys(self.kinds, "A kind")
        for name, value in {"story": story, **self.records}.items():
            # JSON is YAML; comments are not JSON.
            comment = f"# {self._note(f'{name}, a comment')}\n"
            (content / f"{name}.yml").write_text(comment + json.dumps(value, ensure_ascii=False), "utf-8")
        (content / "index.md").write_text(
            f"---\nexplainer: home\n---\n## About [[{PRIVATE}]]\n\nSo [[quote:said]].\n"
        )
        (content / "about.md").write_text(
            f"# Who [[{PRIVATE}]] is\n\nSee [[{PRIVATE}]] and [[{PRIVATE}|somebody]].\n"
        )
        self._write_overlays(content / "geo")
        self._translate(content)
        self._into = self.metadata
        for name, data in pictures(self.secret).items():
            (content / "images" / name).write_bytes(data)
        return project

    def _translate(self, content: Path) -> None:
        """Add an edition in another language in which secrets of the private person are written down, too."""
        self._into = self.private
        person = {
            name: self.secret(f"private.{name}, translated")
            for name in ("name", "aliases", "summary", "body")
        }
        edition = {"actors": {PRIVATE: person}, "quotes": {"told": {"says": f"Wie [[{PRIVATE}]] sagte."}}}
        (content / "i18n" / "de").mkdir(parents=True)
        for name, value in edition.items():
            comment = f"# {self._note(f'i18n/de/{name}, a comment')}\n"
            (content / "i18n" / "de" / f"{name}.yml").write_text(comment + json.dumps(value), "utf-8")
        (content / "i18n" / "de" / "about.md").write_text(f"# Wer [[{PRIVATE}]] ist\n")
