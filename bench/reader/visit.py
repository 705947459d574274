"""One visit to a page in real Chromium: what it loads, and how long a slow phone is busy with it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page

SLOWER = 4
"""How much slower than this machine a phone is taken to be."""
WATCH = """
window.__tasks = []; window.__shift = 0;
new PerformanceObserver(list => { for (const e of list.getEntries()) window.__tasks.push([e.startTime, e.duration]); })
  .observe({type: 'longtask', buffered: true});
new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) window.__shift += e.value; })
  .observe({type: 'layout-shift', buffered: true});
"""
READ = """() => {
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  const busy = window.__tasks.map(([at, took]) => at + took);
  return {
    interactive: Math.max(paint ? paint.startTime : 0, ...busy),
    blocking: window.__tasks.reduce((sum, [, took]) => sum + took - 50, 0),
    shift: window.__shift,
    elements: document.getElementsByTagName('*').length,
  };
}"""
FRAMES = """() => new Promise(done => {
  const times = []; const end = performance.now() + 2000;
  const frame = now => { times.push(now); now < end ? requestAnimationFrame(frame) : done(times); };
  requestAnimationFrame(frame);
})"""


@dataclass
class Loaded:
    """What a page asked for, compressed, in bytes."""

    requests: list[str] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)

    def total(self, *endings: str) -> int:
        """Return the bytes of what ends so, or of everything."""
        return sum(
            size for url, size in self.sizes.items() if not endings or url.split("?")[0].endswith(endings)
        )


@dataclass
class Visit:
    """An open page, watched."""

    page: Page
    cdp: CDPSession
    loaded: Loaded

    def measured(self) -> dict[str, float]:
        """Return milliseconds until interactive and blocked, layout shift, and the number of elements."""
        return self.page.evaluate(READ)

    def settle(self) -> None:
        """Wait until nothing happens any more."""
        _quiet(self.page, 1500)

    def memory(self) -> float:
        """Return the megabytes that the page's process holds in memory."""
        return max(_renderers(), default=0.0)

    def frames_a_second(self) -> float:
        """Return how many frames a second are drawn while the page is scrolled for two seconds."""
        self.page.evaluate(f"window.__frames = ({FRAMES})()")
        self.cdp.send(
            "Input.synthesizeScrollGesture",
            {"x": 180, "y": 300, "yDistance": -6000, "speed": 3000, "gestureSourceType": "touch"},
        )
        times = self.page.evaluate("() => window.__frames")
        return (len(times) - 1) / (times[-1] - times[0]) * 1000


@contextmanager
def visit(browser: Browser, url: str, *, slower: int = SLOWER, settle: int = 1500) -> Iterator[Visit]:
    """Open a page on a slowed phone with nothing cached, wait until nothing happens, and give the visit."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.add_init_script(WATCH)
    cdp = context.new_cdp_session(page)
    cdp.send("Network.enable")
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    loaded = Loaded()
    urls: dict[str, str] = {}
    cdp.on("Network.responseReceived", lambda e: urls.__setitem__(e["requestId"], e["response"]["url"]))
    cdp.on("Network.requestWillBeSent", lambda e: loaded.requests.append(e["request"]["url"]))
    cdp.on(
        "Network.loadingFinished",
        lambda e: loaded.sizes.__setitem__(urls.get(e["requestId"], "?"), int(e["encodedDataLength"])),
    )
    page.goto(url, wait_until="load", timeout=180_000)
    _quiet(page, settle)
    yield Visit(page, cdp, loaded)
    context.close()


def _quiet(page: Page, settle: int) -> None:
    """Wait until no long task has ended for so many milliseconds."""
    page.wait_for_function(
        "settle => performance.now() > Math.max(0, ...window.__tasks.map(([a, t]) => a + t)) + settle"
        " && document.readyState === 'complete'",
        arg=settle,
        timeout=180_000,
    )


def _is_ours(process: Path) -> bool:
    """Tell whether a process was started, through whomever, by this one."""
    while process.name not in {"0", "1", str(os.getpid())}:
        parent = (process / "stat").read_text().rpartition(")")[2].split()[1]
        process = process.with_name(parent)
    return process.name == str(os.getpid())


def _renderers() -> list[float]:
    """Return the resident megabytes of each of Chromium's page processes."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if b"--type=renderer" in (process / "cmdline").read_bytes() and _is_ours(process):
                status = (process / "status").read_text()
                found.append(int(status.split("VmRSS:")[1].split()[0]) / 1024)
        except (OSError, IndexError):
            continue
    return found


CHOOSE = """() => new Promise(done => {
  const choice = document.querySelector('ex-filter select[name=kind]'), start = performance.now();
  choice.selectedIndex = 1;
  choice.dispatchEvent(new Event('change', {bubbles: true}));
  choice.dispatchEvent(new Event('input', {bubbles: true}));
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
})"""


def filtered(seen: Visit) -> tuple[int, float]:
    """Open the filters and choose a kind; return the bytes of their table, and milliseconds to the next picture."""
    before = set(seen.loaded.sizes)
    seen.page.locator("ex-filter summary").first.click()
    seen.page.locator("ex-filter output").filter(has_text="of").wait_for(timeout=60_000)
    fetched = {url: size for url, size in seen.loaded.sizes.items() if url not in before}
    table = sum(size for url, size in fetched.items() if not url.endswith("filter.js"))
    return table, seen.page.evaluate(CHOOSE)


def searched(seen: Visit, query: str) -> int:
    """Open the search and ask for a word; return the bytes that were fetched until results showed."""
    before = seen.loaded.total()
    seen.page.locator(".ex-search__open").click()
    field = seen.page.locator("dialog input[type=search], dialog input").first
    field.wait_for(timeout=60_000)
    field.fill(query)
    seen.page.locator("dialog a[href]").nth(2).wait_for(timeout=60_000)
    seen.page.wait_for_timeout(1500)
    return seen.loaded.total() - before
