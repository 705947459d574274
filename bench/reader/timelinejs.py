"""The same events in TimelineJS3, the timeline that newsrooms use most, as its documentation embeds it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>TimelineJS3</title><link rel="stylesheet" href="css/timeline.css">
<style>#timeline {{ height: 600px }}</style></head>
<body><div id="timeline"></div>
<script src="js/timeline.js"></script>
<script>window.timeline = new TL.Timeline('timeline', '{data}', {{hash_bookmark: false}});</script>
</body></html>
"""


def write_timeline(package: Path, folder: Path, events: list[dict[str, str]]) -> None:
    """Write a page with these events (`title`, `date` as 2016-05-01, `text`); `package` is the unpacked npm package."""
    shutil.copytree(package / "dist", folder, ignore=shutil.ignore_patterns("*.map"), dirs_exist_ok=True)
    slides = []
    for event in events:
        year, *rest = event["date"].split("-")
        start = dict(zip(("year", "month", "day"), (year, *rest), strict=False))
        slides.append({"start_date": start, "text": {"headline": event["title"], "text": event["text"]}})
    (folder / "events.json").write_text(json.dumps({"events": slides}), "utf-8")
    (folder / "index.html").write_text(PAGE.format(data="events.json"), "utf-8")
