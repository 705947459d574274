"""What editors read when words and source do not agree."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.evidence.claims import Claim
from explainer.evidence.matching import Body, Span
from explainer.evidence.nearest import nearest_passage
from explainer.problems import Problem, Where


def not_found(claim: Claim, body: Body, noun: str) -> Problem:
    """Return the problem of words that are not in the source, with both wordings where one is near."""
    message = f"{noun} not found word for word in the source"
    near = nearest_passage(body, claim.words)
    if near is None:
        hint = (
            f"nothing in “{claim.sources[0]}” is like it: copy the words from there, or name the right source"
        )
        return Problem(claim.where, "not-found", f"{message}: “{claim.words}”", hint)
    message = f"{message}: “{near.written}”; paragraph {near.paragraph} has “{near.printed}”"
    return Problem(
        claim.where, "not-found", message, "what differs stands between **; copy the source's words"
    )


def elsewhere(claim: Claim, source: str, span: Span, noun: str) -> Problem:
    """Return the problem of words that stand in another source than the one that is cited."""
    message = f"{noun} not found in “{claim.sources[0]}”, but in “{source}”, paragraph {span.paragraph}"
    return Problem(claim.where, "not-found", message, "name that source")


def beyond(where: Where, number: int, count: int) -> Problem:
    """Return the warning about a paragraph number that the text does not have."""
    message = f"`not_content` names paragraph {number}, but the text has only {count}"
    return Problem(where, "no-paragraph", message, "count the lines with text; the headline is 1", "warning")


def not_content(claim: Claim, span: Span, noun: str) -> Problem:
    """Return the problem of words that stand only in a paragraph that is no content."""
    message = (
        f"this {noun} stands only in paragraph {span.paragraph}, which `not_content` of the source lists"
    )
    return Problem(
        claim.where, "not-content", message, "take the number out there, or point at another paragraph"
    )


def no_brackets(claim: Claim) -> Problem:
    """Return the problem of an insertion that the source does not have."""
    message = "the source does not have the text in square brackets"
    return Problem(
        claim.where, "insertion", message, "if it is yours, add a line “inserted: true” to the quotation"
    )


def publishers_brackets(claim: Claim) -> Problem:
    """Return the warning about an insertion of the publisher's that is given as ours."""
    message = "the text in square brackets stands so in the source: it is the publisher's"
    where = claim.where.step("inserted", on_key=True)
    return Problem(where, "insertion", message, "delete the line “inserted: true”", "warning")


def out_of_order(claim: Claim) -> Problem:
    """Return the problem of a piece that the source prints before the piece written before it."""
    message = "in the source this piece of the quotation stands before the one that is written before it here"
    return Problem(claim.where, "order", message, "write the pieces in the order of the source")


def ambiguous(claim: Claim, spans: Sequence[Span], body: Body, *, piece: bool) -> Problem:
    """Return the warning about words that stand in the source more than once."""
    places = " and ".join(f"paragraph {span.paragraph} (“{body.context(span)} …”)" for span in spans[:3])
    times = "twice" if len(spans) == 2 else f"{len(spans)} times"
    hint = "copy a word more before or after, so that one place is left"
    if piece:
        cited = f"{{ref: {claim.sources[0]}, at: a few words beside it}}"
        hint = f"cite the place that is meant as well: source: {cited}"
    message = f"these words stand in the source {times}: {places}"
    return Problem(claim.where, "found-twice", message, hint, "warning")


def changed(claim: Claim, checked: str) -> Problem:
    """Return the problem of words that are no longer those that were checked."""
    day = f" on {checked}" if checked else ""
    message = f"changed since it was last checked{day}: “{claim.words}”"
    hint = "run `explainer verify` where the source texts are, or take the change back"
    return Problem(claim.where, "changed", message, hint)
