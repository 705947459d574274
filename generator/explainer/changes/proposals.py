"""The updates that would tell readers of changes, and the changes that no update tells of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import yaml

from explainer.changes.compare import Change
from explainer.model.story import INFO, Key, Story
from explainer.model.update import UNFINISHED
from explainer.problems import Problem


def untold(changes: Iterable[Change], before: Story, after: Story) -> list[Change]:
    """Return the changes to published records that no update written since then is about.

    An addition needs no update. A record that was removed can be no item: an update tells of it by name.
    """
    written = after.published().updates
    fresh = [update for id_, update in written.items() if id_ not in before.updates]
    told = {after.resolve(item) for update in fresh for item in update.items}
    removals = " ".join(f"{update.says} {update.was}" for update in fresh if update.kind == "removed")
    return [change for change in changes if not _is_told(change, told, removals)]


def _is_told(change: Change, told: Collection[Key | None], removals: str) -> bool:
    if change.kind == "removed":
        return change.title in removals or change.key.id in removals
    return change.kind == "added" or change.key in told


def untold_problems(changes: Sequence[Change], after: Story, since: str) -> Iterator[Problem]:
    """Yield a warning for each such change, where it was made."""
    for change in changes:
        if change.kind == "renamed":
            continue
        where = after.place(change.key if change.key in after.origins else INFO)
        what = f"`{change.field}` of {change.key}" if change.field else f"{change.key} was removed"
        message = f"{what} has changed since {since}" if change.field else f"{what} since {since}"
        hint = "tell readers in updates.yml; `explainer diff` proposes the entry"
        place = where.step(change.field) if change.field and change.key in after.origins else where
        yield Problem(place, "untold-change", message, hint, "warning")


def proposals(changes: Iterable[Change], day: str) -> str:
    """Return entries for `updates.yml`, one for each record; their `says` is to be finished by the editor."""
    by_record: dict[Key, list[Change]] = {}
    for change in changes:
        if change.kind != "renamed" and change.key != INFO:
            by_record.setdefault(change.key, []).append(change)
    entries = [_entry(key, found, day) for key, found in by_record.items()]
    if not entries:
        return ""
    return yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=110)


def _entry(key: Key, found: Sequence[Change], day: str) -> dict[str, Any]:
    fields = [change for change in found if change.kind == "changed"]
    kind = found[0].kind
    if fields:
        kind_now = "corrected" if any(change.was for change in fields) else "updated"
        names = ", ".join(change.field for change in fields)
        entry: dict[str, Any] = {"date": day, "kind": kind_now, "items": [str(key)]}
        entry["says"] = f"{UNFINISHED} what was changed, and why ({names})."
        was, now = _joined(fields, "was"), _joined(fields, "now")
        return {**entry, **({"was": was} if was else {}), **({"now": now} if now else {})}
    says = f"{UNFINISHED} why “{found[0].title}” was {kind}."
    items = {} if kind == "removed" else {"items": [str(key)]}
    return {"date": day, "kind": kind, **items, "says": says}


def _joined(fields: Sequence[Change], side: str) -> str:
    parts = [(change.field, getattr(change, side)) for change in fields if getattr(change, side)]
    if len(fields) == 1:
        return parts[0][1] if parts else ""
    return "; ".join(f"{name}: {value}" for name, value in parts)
