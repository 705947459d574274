"""The ledger of one examination: what the old lock knows, and what the new one will say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from explainer.evidence.claims import Claim
from explainer.evidence.lock import Entry, Lock, TextEntry, beginning, words_digest
from explainer.model.findings import Passage


class Ledger:
    """Looks words up in the lock, and keeps what is found for the next one."""

    def __init__(self, lock: Lock, claims: Iterable[Claim]) -> None:
        self._lock = lock
        self._fresh: dict[str, dict[Entry, None]] = defaultdict(dict)
        self._claimed: dict[str, set[str]] = defaultdict(set)
        for claim in claims if lock.entries else ():
            self._claimed[str(claim.owner)].add(words_digest(claim.words))

    def record(self, claim: Claim, kind: str, passage: Passage) -> Passage:
        """Put words that were found on record; return their passage, dated if the lock says the same."""
        owner = str(claim.owner)
        entry = Entry(kind, beginning(claim.words), words_digest(claim.words), passage)
        self._fresh[owner][entry] = None
        return self._dated(entry) if entry in self._lock.entries.get(owner, ()) else passage

    def recorded(self, claims: Sequence[Claim], kind: str) -> tuple[Passage, ...]:
        """Return what the lock says of words; nothing unless it knows all of them."""
        entries = [entry for claim in claims if (entry := self.entry(claim, kind))]
        if len(entries) < len(claims):
            return ()
        self._fresh[str(claims[0].owner)].update(dict.fromkeys(entries))
        return tuple(map(self._dated, entries))

    def entry(self, claim: Claim, kind: str) -> Entry | None:
        """Return what the lock says of these words."""
        entries = list(self._entries(claim, kind)) if self._lock.entries else []
        wanted = words_digest(claim.words) if entries else ""
        return next((entry for entry in entries if entry.sha256 == wanted), None)

    def replaced(self, claim: Claim, kind: str) -> Passage | None:
        """Return an entry of the lock that no words fit any more, whose place these words may have taken."""
        if not self._lock.entries:
            return None
        claimed = self._claimed[str(claim.owner)]
        left = (entry for entry in self._entries(claim, kind) if entry.sha256 not in claimed)
        return next(map(self._dated, left), None)

    def day(self, source: str) -> str:
        """Return the day on which a source's text was read; empty where the lock does not say."""
        text = self._lock.texts.get(source)
        return text.checked if text else ""

    def next_lock(self, texts: dict[str, TextEntry], owners: Iterable[str], day: str) -> Lock:
        """Return the lock of this examination, owners in this order.

        A text keeps its old day unless it, or anything that rests on it, has changed.
        """
        entries = {owner: tuple(self._fresh[owner]) for owner in owners if self._fresh.get(owner)}
        old, new = _by_source(self._lock.entries), _by_source(entries)
        dated = {}
        for id_, text in texts.items():
            before = self._lock.texts.get(id_)
            same = before is not None and replace(before, checked="") == replace(text, checked="")
            kept = same and old.get(id_) == new.get(id_)
            dated[id_] = replace(text, checked=before.checked if before and kept else day)
        return Lock(dated, entries)

    def _entries(self, claim: Claim, kind: str) -> Iterable[Entry]:
        for entry in self._lock.entries.get(str(claim.owner), ()):
            if entry.kind == kind and entry.passage.source in claim.sources:
                yield entry

    def _dated(self, entry: Entry) -> Passage:
        return replace(entry.passage, checked=self.day(entry.passage.source))


def _by_source(entries: Mapping[str, tuple[Entry, ...]]) -> dict[str, list[tuple[str, Entry]]]:
    found: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
    for owner, items in entries.items():
        for entry in items:
            found[entry.passage.source].append((owner, entry))
    return found
