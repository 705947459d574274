"""Texts that run against their page: which are set apart, and how they look in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from explainer.model.foreign import Foreign
from explainer.render import bidi

SET_APART = [
    ("نُشر في 2025-03-12 في حلب", "2025-03-12"),
    ("بين 22-30 أبريل", "22-30"),
    ("درجة الحرارة -5 اليوم", "-5"),
    ("الحصة 12/31 من الكل", "12/31"),
    ("انظر https://example.org/a/b?c=1، ثم عُد", "https://example.org/a/b?c=1"),
    ("كُتب بلغة C++ كله", "C++"),
    ("ملف .schema/story.json هنا", ".schema/story.json"),
    ("ارتفع 45% في شهر", "45%"),
    ("النطاق +3.5 إلى الأعلى", "+3.5"),
    ("من 2011/2016 فصاعدًا", "2011/2016"),
]
"""Arabic texts, each with the part of it that reads from left to right."""
LEFT_ALONE = [
    "في 1 مايو 2016 أو قبل ذلك",
    "ما لا يقل عن 246 مدنيًا",
    "أكثر من 270,000 شخص",
    "برخصة CC BY 4.0 هنا",
]


def isolated(html: str, direction: str) -> str:
    """Return a page with what runs against it set apart."""
    return bidi.isolated(html.encode(), direction).decode()


@pytest.mark.parametrize(("text", "part"), SET_APART)
def test_what_reads_the_other_way_is_set_apart(text: str, part: str) -> None:
    """On an Arabic page dates, ranges, signed numbers, shares, addresses and file names stand by themselves."""
    apart = text.replace(part, f'<bdi dir="ltr">{part}</bdi>')

    assert isolated(f"<p>{text}</p>", "rtl") == f"<p>{apart}</p>"


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_reads_well_is_left_alone(text: str) -> None:
    """Plain numbers and Latin words are in order without any help."""
    assert isolated(f"<p>{text}</p>", "rtl") == f"<p>{text}</p>"


def test_arabic_in_an_english_text_is_set_apart() -> None:
    """On an English page Arabic words between Latin ones and numbers stand by themselves; whole ones do not."""
    assert (
        isolated("<p>Aleppo (حلب) 2016</p><b>حلب</b>", "ltr")
        == '<p>Aleppo (<bdi dir="rtl">حلب</bdi>) 2016</p><b>حلب</b>'
    )


def test_foreign_texts_get_their_language_where_elements_may_stand() -> None:
    """A foreign text says its language in the text of a page; in attributes, titles and drawings it is bare."""
    mark = Foreign("Flood & mud", "en").__html__()
    page = f'<title>{mark}</title><p title="{mark}">{mark}</p><svg><text>{mark}</text></svg>'

    assert isolated(page, "rtl") == (
        '<title>Flood &amp; mud</title><p title="Flood &amp; mud"><bdi lang="en" dir="ltr">Flood &amp; mud</bdi></p>'
        "<svg><text>Flood &amp; mud</text></svg>"
    )


def test_stray_marks_vanish() -> None:
    """A control character of ours that an editor typed leaves no trace, and opens no element."""
    assert isolated("<p>a\x02en\x03b</p><p>c\x04\x02</p>", "ltr") == "<p>ab</p><p>c</p>"


@pytest.fixture(scope="module")
def page() -> Iterator[Any]:
    """Return an empty page in Chromium."""
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser.new_page()
        browser.close()


ORDER = """() => {
  const box = document.querySelector("p"), found = [];
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (let at = 0; at < node.data.length; at++) {
      const range = document.createRange();
      range.setStart(node, at); range.setEnd(node, at + 1);
      const [where] = range.getClientRects();
      if (where && where.width) found.push([where.left, node.data[at]]);
    }
  return found.sort((a, b) => a[0] - b[0]).map(each => each[1]).join("");
}"""
"""The letters of a paragraph as they stand from left to right."""


def looks(page: Any, html: str, direction: str) -> str:
    """Return a text's letters as they stand on the screen, from left to right."""
    page.set_content(f'<html dir="{direction}"><body style="white-space: nowrap">{html}</body></html>')
    return str(page.evaluate(ORDER))


@pytest.mark.browser
@pytest.mark.parametrize(("text", "part"), SET_APART)
def test_it_looks_as_it_is_written(text: str, part: str, page: Any) -> None:
    """In Chromium the parts set apart stand in their own order, from left to right."""
    assert part in looks(page, isolated(f"<p>{text}</p>", "rtl"), "rtl")


@pytest.mark.browser
def test_a_bare_date_would_be_turned_round(page: Any) -> None:
    """Without being set apart a date shows day, month and year the wrong way round: the tests above can fail."""
    bare = looks(page, "<p>نُشر في 2025-03-12 في حلب</p>", "rtl")

    assert "12-03-2025" in bare
    assert "2025-03-12" not in bare
