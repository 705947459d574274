"""Accounts of one event by different sources, field by field, with what differs set apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from explainer.frozen import frozen
from explainer.model.event import Account, Event, Who
from explainer.model.figure import Estimate
from explainer.model.record import CitationRecord
from explainer.model.story import Key
from explainer.model.when import DateRecord
from explainer.views.agreement import Day, State, days_meet, state_of
from explainer.views.bounds import Bounds, bounds
from explainer.views.context import ROLES, Context
from explainer.views.figure_cards import EstimateView, estimate_view
from explainer.views.notes import Notes
from explainer.views.pieces import DateView, Link, Prose


@frozen
class Teller:
    """Whose account a column is."""

    who: tuple[Link, ...]
    printed: bool
    """Whether publishers say it in their own voice."""
    notes: tuple[int, ...]


@frozen
class Cell:
    """What one account says in one field; all empty where it says nothing."""

    says: Prose | None = None
    date: DateView | None = None
    who: tuple[Link, ...] = ()
    figure: Link | None = None
    estimates: tuple[EstimateView, ...] = ()

    @property
    def empty(self) -> bool:
        """Return whether the account says nothing here."""
        return not (self.says or self.date or self.who or self.figure)


@frozen
class Row:
    """One field in every account."""

    field: str
    """says, date, a part that actors play, blames or figure."""
    state: State
    cells: tuple[Cell, ...]


@frozen
class AccountsView:
    """Accounts side by side, the record's own statement first."""

    tellers: tuple[Teller, ...]
    rows: tuple[Row, ...]


@frozen
class _Told:
    """One account, the record's own or one of `accounts`."""

    by: tuple[str, ...]
    says: str | None
    date: DateRecord | None
    who: Who
    figures: tuple[str, ...]
    source: tuple[CitationRecord, ...]
    unnamed: tuple[str, ...] = ()
    """Sources whose publisher is not known, in place of one."""
    printed: bool = False


def accounts_view(event: Event, context: Context, notes: Notes) -> AccountsView | None:
    """Return an event's accounts side by side, or nothing where there are none."""
    if not event.accounts:
        return None
    told = [*_own(event, context), *(_told(account, event) for account in event.accounts)]
    tellers = tuple(
        Teller(
            context.actors(one.by) + context.links("sources", one.unnamed),
            one.printed,
            notes.cite(one.source),
        )
        for one in told
    )
    rows = (
        _says(told, context),
        _dates(told, context),
        *_parts(told, context),
        _blames(told, event, context),
    )
    figures = _figures(told, context, notes)
    return AccountsView(tellers, tuple(row for row in (*rows, figures) if row))


def _told(account: Account, event: Event) -> _Told:
    figures = (account.figure,) if account.figure else ()
    source = account.source or event.source
    return _Told((account.by,), account.says, account.date, account.who or Who(), figures, source)


def _own(event: Event, context: Context) -> Iterator[_Told]:
    """Yield what the record says itself, unless whoever says it has an account of their own."""
    step = next(iter(context.steps(event)), None)
    by = step.actors if step else ()
    if step and not set(by) & {account.by for account in event.accounts}:
        printed = step.role == "published"
        given = (
            id_
            for id_ in context.mentioning(Key("events", event.id), "figures")
            if context.story.figures[id_].event == event.id and _given(id_, by, context)
        )
        yield _Told(
            by, event.summary, event.date, event.who, tuple(given), event.source, step.sources, printed
        )


def _given(figure: str, by: Sequence[str], context: Context) -> list[Estimate]:
    return [estimate for estimate in context.story.figures[figure].estimates if estimate.by in by]


def _says(told: Iterable[_Told], context: Context) -> Row | None:
    texts = [one.says for one in told]
    # A machine cannot tell whether two sentences contradict each other, only that they are not the same.
    state = state_of([text for text in texts if text])
    cells = tuple(Cell(says=context.prose(text)) for text in texts)
    return _row("says", "wording" if state == "differs" else state, cells)


def _dates(told: Iterable[_Told], context: Context) -> Row | None:
    dates = [one.date for one in told]
    state = state_of([Day.of(date) for date in dates if date], days_meet)
    return _row("date", state, tuple(Cell(date=context.date(date)) for date in dates))


def _parts(told: Sequence[_Told], context: Context) -> Iterator[Row | None]:
    for role in ROLES:
        named: list[tuple[str, ...]] = [getattr(one.who, role) for one in told]
        cells = tuple(Cell(who=context.actors(ids)) for ids in named)
        yield _row(role, state_of([frozenset(ids) for ids in named if ids]), cells)


def _blames(told: Sequence[_Told], event: Event, context: Context) -> Row | None:
    blamed = [tuple(who for blame in event.blamed if blame.by in one.by for who in blame.who) for one in told]
    state = state_of([frozenset(ids) for ids in blamed if ids])
    return _row("blames", state, tuple(Cell(who=context.actors(ids)) for ids in blamed))


def _figures(told: Sequence[_Told], context: Context, notes: Notes) -> Row | None:
    cells, given = [], []
    for one in told:
        figure = context.story.figures[one.figures[0]] if one.figures else None
        estimates = _given(figure.id, one.by, context) if figure else []
        cells.append(
            Cell(
                figure=context.link(Key("figures", figure.id)),
                estimates=tuple(estimate_view(each, figure, context, notes) for each in estimates),
            )
            if figure
            else Cell()
        )
        if figure:
            given.append((figure.id, estimates))
    return _row("figure", _figure_state(given), tuple(cells))


def _figure_state(given: Sequence[tuple[str, Sequence[Estimate]]]) -> State:
    """Return how numbers compare, which they do only for the same quantity on the same day."""
    if len(given) < 2:
        return "alone"
    by_day = [dict(_numbers(estimates)) for _, estimates in given]
    shared = set.intersection(*(set(days) for days in by_day))
    if len({figure for figure, _ in given}) > 1 or not shared:
        return "apart"
    states = {state_of([days[day] for days in by_day], Bounds.may_equal) for day in shared}
    return next(state for state in ("differs", "loose", "same") if state in states)


def _numbers(estimates: Iterable[Estimate]) -> Iterator[tuple[str, Bounds]]:
    for estimate in estimates:
        if found := bounds(estimate):
            yield estimate.as_of.edtf.normal if estimate.as_of else "", found


def _row(field: str, state: State, cells: tuple[Cell, ...]) -> Row | None:
    return Row(field, state, cells) if any(not cell.empty for cell in cells) else None
