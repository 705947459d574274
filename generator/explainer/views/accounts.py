"""Accounts of one event side by side, and where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from explainer.model.edtf import Edtf
from explainer.model.event import Account, Event, Who
from explainer.model.story import Key
from explainer.views.context import PARTS, Context
from explainer.views.notes import Notes
from explainer.views.pieces import DateView, Link, Prose, Step


@dataclass(frozen=True, slots=True)
class AccountHead:
    """Whose account it is: an actor's, or for the record's own the chain through which it came."""

    by: Link | None
    chain: tuple[Step, ...]
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account says on one matter; all empty where it says nothing."""

    says: Prose | None = None
    date: DateView | None = None
    links: tuple[Link, ...] = ()

    @property
    def silent(self) -> bool:
        """Tell whether the account says nothing on the matter."""
        return self == Cell()


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One matter: `says`, `date`, `figure` or a part that actors played."""

    matter: str
    cells: tuple[Cell, ...]
    verdict: str
    """differ, agree, or empty where fewer than two accounts speak of it; never which one is right."""


@dataclass(frozen=True, slots=True)
class AccountsView:
    """All accounts of an event, the record's own first."""

    heads: tuple[AccountHead, ...]
    rows: tuple[AccountRow, ...]


def accounts_view(event: Event, context: Context, notes: Notes) -> AccountsView | None:
    """Return an event's accounts side by side, or nothing where it has none besides its own."""
    if not event.accounts:
        return None
    own = AccountHead(None, context.chain(event), notes.cite(event.source))
    heads = [_head(account, event, context, notes) for account in event.accounts]
    return AccountsView((own, *heads), tuple(_rows(event, context)))


def _head(account: Account, event: Event, context: Context, notes: Notes) -> AccountHead:
    by = context.link(Key("actors", account.by))
    return AccountHead(by, (), notes.cite(account.source or event.source))


def _rows(event: Event, context: Context) -> Iterator[AccountRow]:
    told = [event.summary, *(account.says for account in event.accounts)]
    # Sentences always differ as sentences: whether they disagree is for the reader to see.
    yield AccountRow("says", tuple(Cell(says=context.prose(text)) for text in told), "")
    dates = [event.date, *(account.date for account in event.accounts)]
    days = tuple(Cell(date=context.date(date)) for date in dates)
    yield AccountRow("date", days, _date_verdict([date.edtf for date in dates if date]))
    casts = [event.who, *(account.who or Who() for account in event.accounts)]
    for part in PARTS:
        named = [getattr(cast, part) for cast in casts]
        if any(named):
            cells = [Cell(links=context.actors(ids)) for ids in named]
            yield _row(part, cells, [frozenset(ids) for ids in named])
    figures = [None, *(account.figure for account in event.accounts)]
    if any(figures):
        links = [context.links("figures", (id_,) if id_ else ()) for id_ in figures]
        yield _row("figure", [Cell(links=found) for found in links], figures)


def _row(matter: str, cells: Sequence[Cell], values: Sequence[object]) -> AccountRow:
    said = [value for value in values if value]
    verdict = "" if len(said) < 2 else "differ" if len(set(said)) > 1 else "agree"
    return AccountRow(matter, tuple(cells), verdict)


def _date_verdict(dates: Sequence[Edtf]) -> str:
    """Return whether dates differ: one that is only less exact than another does not."""
    if any(_apart(one, other) for one, other in combinations(dates, 2)):
        return "differ"
    return "agree" if len(dates) > 1 and len({date.normal for date in dates}) == 1 else ""


def _apart(one: Edtf, other: Edtf) -> bool:
    return _before(one, other) or _before(other, one)


def _before(one: Edtf, other: Edtf) -> bool:
    return bool(one.end and other.start and one.end < other.start)
