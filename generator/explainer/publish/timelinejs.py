"""The chronology for TimelineJS, for those who have a page with one."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import Any

from explainer.model.event import Event
from explainer.model.story import Key
from explainer.model.when import DateRecord
from explainer.publish.json_text import json_text
from explainer.publish.told import Teller

Slide = dict[str, Any]


def timeline(teller: Teller) -> str:
    """Return title, events and chapters in TimelineJS's JSON format, empty for a story without dated events.

    TimelineJS knows no uncertainty: a slide stands at the first day that an event may have been on, and
    shows the date in words.
    """
    info = teller.story.info
    slides = [
        _slide(teller, event)
        for event in teller.story.events.values()
        if event.timeline and _start(event.date)
    ]
    if not slides:
        return ""
    text = {"headline": escape(info.title), "text": _html(teller.text(info.standfirst))}
    eras = [
        {"start_date": _day(chapter.when.edtf.earliest), "end_date": _day(chapter.when.edtf.latest),
         "text": {"headline": escape(chapter.title)}}
        for chapter in info.chapters
        if chapter.when and _day(chapter.when.edtf.earliest) and _day(chapter.when.edtf.latest)
    ]  # fmt: skip
    whole = {"title": {"text": text}, "events": slides, **({"eras": eras} if eras else {})}
    return json_text(whole, 2)


def _slide(teller: Teller, event: Event) -> Slide:
    date, key = event.date, Key("events", event.id)
    slide: Slide = {
        "unique_id": str(key).replace(":", "-"),
        "start_date": _start(date),
        "display_date": escape(teller.date(date)),
    }
    if (end := _day(date.edtf.latest)) and end != slide["start_date"]:
        slide["end_date"] = end
    if event.kind:
        slide["group"] = teller.story.info.kinds[event.kind].label
    address = teller.address(key)
    title = escape(event.title)
    slide["text"] = {
        "headline": f'<a href="{escape(address)}">{title}</a>' if address else title,
        "text": _html(teller.account(event).partition("\n")[2]),
    }
    return slide


def _html(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line)


def _start(date: DateRecord) -> dict[str, int]:
    return _day(date.edtf.earliest) or _day(date.edtf.latest)


@cache
def _day(day: str) -> dict[str, int]:
    """Return a day, or nothing for one that is not known."""
    sign, bare = (-1, day[1:]) if day.startswith("-") else (1, day)
    parts = bare[:10].split("-") if len(bare) >= 10 else []
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return {}
    return {"year": sign * int(parts[0]), "month": int(parts[1]), "day": int(parts[2])}
