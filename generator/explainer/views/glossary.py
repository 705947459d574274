"""The glossary, in alphabetical order."""

from __future__ import annotations

from explainer.frozen import frozen
from explainer.model.story import Key
from explainer.views.context import Context
from explainer.views.counts import description
from explainer.views.frames import Framer
from explainer.views.mentions import Mentions, mentions_of
from explainer.views.notes import Notes
from explainer.views.pieces import Evidence, Frame, Prose, Step, Withheld


@frozen
class TermView:
    """A term with its meaning."""

    id: str
    term: str
    means: Prose | None
    aliases: tuple[str, ...]
    chain: tuple[Step, ...]
    evidence: Evidence
    mentions: Mentions
    withheld: tuple[Withheld, ...]


@frozen
class GlossaryView:
    """The page of all terms."""

    frame: Frame
    terms: tuple[TermView, ...]


def glossary_page(framer: Framer) -> GlossaryView:
    """Return the glossary in the alphabetical order of its terms."""
    context, notes = framer.context, Notes(framer.context)
    ordered = sorted(context.story.glossary.values(), key=lambda term: (term.term.casefold(), term.id))
    terms = tuple(term_view(term.id, context, notes) for term in ordered)
    said = description(context, "glossary", len(terms))
    return GlossaryView(framer.collection("glossary", notes, said), terms)


def term_view(id_: str, context: Context, notes: Notes) -> TermView:
    """Return a term with its meaning."""
    term = context.story.glossary[id_]
    return TermView(
        id=id_,
        term=term.term,
        means=context.prose(term.means),
        aliases=term.aliases,
        chain=context.chain(term),
        evidence=notes.evidence(term),
        mentions=mentions_of(context, Key("glossary", id_)),
        withheld=context.withheld(term),
    )
