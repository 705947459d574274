"""Search in a real browser: what it loads and when, every spelling of a name, the keyboard, from disk, and without scripts."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from explainer.folding import fold, respelt
from support import SKINS, Built, build_site, served

pytestmark = pytest.mark.browser
FORMS: dict[str, list[str]] = json.loads(Path(__file__).with_name("forms.json").read_text("utf-8"))
NARROW = {"viewport": {"width": 360, "height": 740}}
OURS = re.compile(r"/(search-|titles-|pagefind)")


@pytest.fixture(scope="module")
def names(
    built: Callable[..., Built], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str, str], str]]:
    """Return a function that serves the site with names in many scripts, in a skin and a language."""
    open_ = []

    def serve(skin: str, lang: str = "en") -> str:
        site = in_skin(built, skin) if lang == "en" else translated(built, skin, lang)
        above = tmp_path_factory.mktemp(
            "served"
        )  # the site lies in a folder of its server, as its address says
        (above / "names").symlink_to(site.site)
        open_.append(served(above))
        return f"{open_[-1].__enter__()}names/"

    yield serve
    for server in open_:
        server.__exit__(None, None, None)


def in_skin(built: Callable[..., Built], skin: str) -> Built:
    """Return the site with names in a skin; the one that its settings name is taken with them."""
    return built("names") if skin == "material" else built("names", skin=skin)


def translated(built: Callable[..., Built], skin: str, lang: str) -> Built:
    """Build the site with names in a story of another language."""
    project = built("names").project.parent / f"{skin}-{lang}"
    if not project.exists():
        shutil.copytree(built("names").project, project, ignore=shutil.ignore_patterns("site"))
        story = project / "content" / "story.yml"
        story.write_text(story.read_text("utf-8").replace("language: en", f"language: {lang}"), "utf-8")
    return build_site(project, **({} if skin == "material" else {"skin": skin}))


def search(page: Page, query: str) -> list[str]:
    """Ask for something in the open search, and return the addresses of what is found."""
    page.locator("#ex-find-field").fill("")
    page.locator("#ex-find-field").fill(query)
    expect(page.locator(".ex-find__results")).to_have_attribute("aria-busy", "false")
    found = page.locator(".ex-find__link").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    return [str(address) for address in found]


def opened(page: Page, address: str) -> None:
    """Open the search on a page by its button."""
    page.goto(address)
    page.get_by_role("button", name="Search" if "/ar/" not in address else "").first.click()
    page.locator(".ex-find[open]").wait_for()


@pytest.mark.parametrize("skin", SKINS)
def test_nothing_of_search_comes_with_a_page(page: Page, names: Callable[[str, str], str], skin: str) -> None:
    """A page loads nothing of the search; it comes when a reader opens it, and only from the site itself."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    address = names(skin, "en")
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if OURS.search(url)] == []

    page.get_by_role("button", name="Search").first.click()
    page.locator(".ex-find[open]").wait_for()
    assert search(page, "salt")
    assert [url for url in asked if OURS.search(url)]
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


@pytest.mark.parametrize(("skin", "lang"), [("explainer", "en"), ("material", "ar")])
def test_every_spelling_finds_the_record(
    page: Page, names: Callable[[str, str], str], skin: str, lang: str
) -> None:
    """Names in every script, transliteration and spelling find whom they mean among the first three results."""
    page.goto(names(skin, lang))
    page.keyboard.press("/")
    page.locator(".ex-find[open]").wait_for()
    missed = []
    for id_, forms in FORMS.items():
        for form in forms:
            found = search(page, form)[:3]
            if not any(re.search(rf"[/#]{id_}(/|$)", url) for url in found):
                missed.append((id_, form, found))
    assert missed == []


def test_words_are_found_wherever_they_stand(page: Page, names: Callable[[str, str], str]) -> None:
    """Words of records, of pages of the editors' own and of their introduction are found; none that is private."""
    opened(page, names("material", "en"))
    for query, where in {
        "promises": "quotes/salt/",
        "fourteen wells": "events/wells-run-dry/",
        "well-diggers": "actors/khouri/",
        "tunnels": "glossary/#qanat",
        "lighthouses": "about/",
        "ferrymen": "",
    }.items():
        found = search(page, query)
        assert found, query
        assert re.sub(r"^https?://[^/]+/names/", "", found[0]) == where, query
    for query in ("windmills", "SECRET-PRIVATE-NAME", "SECRET-DRAFT-NAME", "SECRET-PRIVATE-SUMMARY"):
        assert not [url for url in search(page, query) if "shepherd" in url or "unlisted" in url], query


@pytest.mark.parametrize("page", [NARROW], indirect=True, ids=["360"])
@pytest.mark.parametrize("skin", SKINS)
def test_results_show_kind_date_and_first_words(
    page: Page, names: Callable[[str, str], str], skin: str
) -> None:
    """A result shows its kind, date and words with the match marked, and nothing is wider than a phone."""
    opened(page, names(skin, "en"))
    search(page, "wells")
    event = page.locator(".ex-find__link", has_text="The wells run dry")

    assert event.locator(".ex-find__about").inner_text() == "Event · July 2018"
    assert event.locator(".ex-find__words").inner_text().startswith("Eleven of the fourteen")
    assert "wells" in event.locator("mark").all_inner_texts()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = "[...document.querySelectorAll('.ex-find :is(a, button, input)')].filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 24)"
    assert page.evaluate(f"{small}.map(e => e.outerHTML)") == []


def test_words_typed_over_are_not_answered(page: Page, names: Callable[[str, str], str]) -> None:
    """An answer that comes after its words were typed over is not shown as the answer to the new ones."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(re.compile("/titles-"), hold)  # what the first answer needs, and the second does not
    page.clock.install(time=0)
    opened(page, names("material", "en"))
    field, results = page.locator("#ex-find-field"), page.locator(".ex-find__results")
    with page.expect_request(re.compile("/titles-")):
        field.fill("wells/s")
    page.clock.pause_at(3600)  # nothing more is asked before the clock runs on
    field.fill("wells")
    for route in held:
        route.continue_()
    page.wait_for_timeout(500)
    expect(results).to_have_attribute("aria-busy", "true")
    expect(page.locator(".ex-find__link")).to_have_count(0)

    page.clock.run_for(150)
    expect(page.get_by_role("status")).to_have_text(re.compile("^Results: "))
    expect(results).to_have_attribute("aria-busy", "false")


@pytest.mark.parametrize("skin", SKINS)
def test_the_keyboard_does_it_all(page: Page, names: Callable[[str, str], str], skin: str) -> None:
    """`/` opens, arrows walk, Enter follows, Escape closes and gives the focus back; letters typed elsewhere do not."""
    page.goto(names(skin, "en"))
    page.keyboard.press("s")
    field = page.get_by_role("searchbox", name="Search")
    expect(field).to_be_focused()
    page.keyboard.type("wells/s")
    assert field.input_value() == "wells/s"
    search(page, "wells")
    assert page.get_by_role("status").inner_text().startswith("Results: ")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".ex-find__link").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    if page.locator(".ex-find[open]").count():  # the first may only empty the field
        page.keyboard.press("Escape")
    expect(page.locator(".ex-find[open]")).to_have_count(0)

    opener = page.get_by_role("button", name="Search").first
    opener.focus()
    page.keyboard.press("Enter")
    search(page, "Orlov")
    page.keyboard.press("Enter")
    page.wait_for_url("**/actors/orlov/")


def test_results_are_narrowed_to_one_kind(page: Page, names: Callable[[str, str], str]) -> None:
    """A kind shows the results of that kind alone, and a kind without any says so."""
    opened(page, names("explainer", "en"))
    search(page, "wells")
    page.get_by_role("button", name="Events", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("Results: 1")
    assert page.locator(".ex-find__what").all_inner_texts() == ["Event"]
    page.get_by_role("button", name="Sources", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Nothing found")
    assert page.locator(".ex-find__link").count() == 0


def test_search_works_from_disk(page: Page, built: Callable[..., Built]) -> None:
    """On `file://`, where the full text cannot be had, titles and names are searched and results open files."""
    page.goto((built("names", skin="explainer").site / "actors" / "orlov" / "index.html").as_uri())
    page.keyboard.press("/")
    page.locator(".ex-find[open]").wait_for()
    for query, where in {
        "خوري": "actors/khouri/index.html",
        "qanat": "glossary/index.html#qanat",
        "salt": "quotes/salt/index.html",
    }.items():
        found = search(page, query)
        assert found[0].endswith(where), (query, found)
    page.keyboard.press("Enter")
    page.wait_for_url("**/quotes/salt/index.html")
    assert page.locator("h1").count() == 1


def test_search_falls_back_where_webassembly_does_not_run(
    page: Page, names: Callable[[str, str], str]
) -> None:
    """Where the full-text index cannot be had, titles are searched instead."""
    page.route("**/*.pagefind", lambda route: route.abort())
    opened(page, names("explainer", "en"))

    assert search(page, "الغديره")[0].endswith("places/ghadira/")


@pytest.mark.parametrize("page", [{"java_script_enabled": False}], indirect=True, ids=["no-js"])
@pytest.mark.parametrize("skin", SKINS)
def test_without_scripts_the_index_stands_in_its_place(
    page: Page, names: Callable[[str, str], str], skin: str
) -> None:
    """Without scripts there is no dead button but a link to the A-Z index, also where a page is missing."""
    for path in ("actors/orlov/", "404.html"):
        page.goto(names(skin, "en") + path)
        assert page.get_by_role("button", name="Search").count() == 0
        assert page.get_by_role("link", name="A–Z", exact=True).first.is_visible()
    page.goto(names(skin, "en"))
    page.get_by_role("link", name="A–Z", exact=True).first.click()
    page.get_by_role("link", name="Геннадий Орлов").or_(
        page.get_by_role("link", name="Gennady Orlov")
    ).first.click()
    assert page.url.endswith("actors/orlov/")


def test_browser_and_build_fold_alike(page: Page, built: Callable[..., Built]) -> None:
    """The script folds every letter of the scripts that names are written in as the build does."""
    words = [form for forms in FORMS.values() for form in forms]
    letters = [
        chr(code)
        for code in (
            *range(0x21, 0x590),
            *range(0x590, 0x780),
            *range(0x1E00, 0x2040),
            *range(0xFB50, 0xFDFD),
        )
    ]
    texts = [
        *words,
        *(f"x{letter}y {letter}z" for letter in letters),
        "al-Assad and el Assad",
        "an-nur ash-Sham",
        "ال سعود",
    ]
    script = (built("names").site / "assets" / "search-en.js").read_text("utf-8")
    page.goto("about:blank")
    exposed = script.replace("window.exSearch=", "window.exFold={fold,respelt};window.exSearch=", 1).replace(
        "document.currentScript.src", "'file:///a/b'"
    )
    page.evaluate(exposed)
    there = page.evaluate(
        "texts => texts.map(text => [exFold.fold(text), text.split(' ').map(exFold.respelt)])", texts
    )
    here = [[fold(text), [respelt(word) for word in text.split(" ")]] for text in texts]

    assert [(text, a, b) for text, a, b in zip(texts, here, there, strict=True) if a != b] == []
