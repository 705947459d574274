// <ex-filter>: several filters at once over the whole chronology, with their state in the address.
(() => {
  const FACETS = ["actor", "side", "place", "kind", "source"];
  const BATCH = 10;
  const DAY = 864e5;
  const YEAR_1 = Date.UTC(2000, 0, 1) / DAY - 730120; // days from the year 1, when 1 January is day 1, to 1970
  const lang = document.documentElement.lang;
  const number = new Intl.NumberFormat(lang);
  const date = new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" });
  const script = (src) =>
    new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = src;
      element.onload = done;
      element.onerror = failed;
      document.head.append(element);
    });
  const decode = (text) => Uint16Array.from(text, (sign) => {
    const code = sign.charCodeAt(0);
    return code - 35 - (code > 92);
  });

  // The table: for each facet, where an entry's values begin, and all the values.
  const read = (table) => {
    let sum = 0;
    const starts = table.days.map((step) => (sum += step));
    const ends = Int32Array.from(starts);
    let at = 0;
    table.wide.forEach((step, n) => {
      at += step;
      ends[at] = table.widths[n] ? starts[at] + table.widths[n] - 1 : 2 ** 31 - 1;
    });
    const facets = {};
    for (const [name, facet] of Object.entries(table.facets)) {
      const counts = decode(facet.counts);
      const from = new Uint32Array(counts.length + 1);
      counts.forEach((count, n) => (from[n + 1] = from[n] + count));
      facets[name] = { ids: facet.ids, names: facet.names, from, values: decode(facet.values) };
    }
    // A side is that of an entry's actors; an entry with several of them has it once.
    const { ids, from, values } = facets.actor;
    const place = new Map(table.sides.flatMap(([, , members], side) => members.map((id) => [id, side])));
    const sideOf = ids.map((id) => place.get(id) ?? -1);
    const sides = { ids: table.sides.map((side) => side[0]), names: table.sides.map((side) => side[1]), from: new Uint32Array(starts.length + 1), values: [] };
    for (let n = 0; n < starts.length; n++) {
      const found = new Set();
      for (let v = from[n]; v < from[n + 1]; v++) if (sideOf[values[v]] >= 0) found.add(sideOf[values[v]]);
      sides.values.push(...found);
      sides.from[n + 1] = sides.values.length;
    }
    facets.side = sides;
    return { starts, ends, facets, total: starts.length, pages: table.pages };
  };

  class Filter extends HTMLElement {
    async connectedCallback() {
      if (this.data || this.busy) return;
      this.busy = true;
      const { index, root } = this.dataset;
      this.root = new URL(root, location);
      const parts = this.querySelector("template").content.cloneNode(true);
      this.form = parts.querySelector("form");
      this.list = parts.querySelector("ol");
      this.more = parts.querySelector(".ex-filter__more");
      this.status = this.form.querySelector("output");
      this.found = this.querySelector(".ex-filter__found");
      this.querySelector(".ex-filter__form").append(this.form);
      try {
        if (!window.explainerChronology) await script(index);
      } catch {
        this.status.textContent = this.dataset.failed;
        return;
      }
      this.data = read(window.explainerChronology);
      this.pages = new Map();
      this.options = {};
      for (const name of FACETS) this.fill(name);
      this.list.tabIndex = -1;
      this.form.oninput = () => this.change();
      this.form.onreset = () => setTimeout(() => this.change());
      this.form.onsubmit = (event) => event.preventDefault();
      this.more.onclick = () => this.show(this.shown + BATCH);
      addEventListener("popstate", () => this.restore());
      document.addEventListener("keydown", (event) => this.key(event));
      this.restore();
    }

    fill(name) {
      const select = this.form.elements[name];
      const { ids, names } = this.data.facets[name];
      if (!ids.length) select.parentElement.hidden = true;
      const order = ids.map((_, n) => n).sort((a, b) => names[a].localeCompare(names[b], lang));
      this.options[name] = [];
      for (const n of order) {
        const option = new Option(names[n], ids[n]);
        this.options[name][n] = option;
        select.append(option);
      }
    }

    get state() {
      return new URLSearchParams([...new FormData(this.form)].filter(([, value]) => value));
    }

    change() {
      const state = String(this.state);
      if (state === this.last) return;
      const url = location.pathname + location.search + (state ? `#?${state}` : "");
      // Typing a date is one step back, not eight.
      const typing = this.last && document.activeElement?.type === "date" && performance.now() - this.at < 2000;
      history[typing ? "replaceState" : "pushState"](null, "", url);
      this.at = performance.now();
      this.apply();
    }

    restore() {
      const state = new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : "");
      for (const element of this.form.elements) if (element.name) element.value = state.get(element.name) || "";
      this.apply();
    }

    apply() {
      const { starts, ends, facets, total } = this.data;
      this.last = String(this.state);
      const state = Object.fromEntries(this.state);
      const day = (text) => Date.parse(text) / DAY - YEAR_1;
      const from = state.from ? day(state.from) : -Infinity;
      const to = state.to ? day(state.to) : Infinity;
      const wanted = FACETS.map((name) => (state[name] ? facets[name].ids.indexOf(state[name]) : -2));
      const counts = FACETS.map((name) => new Uint32Array(facets[name].ids.length));
      const matching = [];
      for (let n = 0; n < total; n++) {
        if (ends[n] < from || starts[n] > to) continue;
        let missed = -1; // the one facet that an entry misses: it would come in if that were not asked for
        let misses = 0;
        for (let f = 0; f < FACETS.length && misses < 2; f++) {
          if (wanted[f] === -2) continue;
          const { from: at, values } = facets[FACETS[f]];
          let has = false;
          for (let v = at[n]; v < at[n + 1]; v++) if (values[v] === wanted[f]) has = true;
          if (!has) {
            misses++;
            missed = f;
          }
        }
        if (misses > 1) continue;
        if (!misses) matching.push(n);
        for (let f = 0; f < FACETS.length; f++) {
          if (misses && f !== missed) continue;
          const { from: at, values } = facets[FACETS[f]];
          for (let v = at[n]; v < at[n + 1]; v++) counts[f][values[v]]++;
        }
      }
      FACETS.forEach((name, f) => {
        this.options[name].forEach((option, n) => {
          const text = `${facets[name].names[n]} (${number.format(counts[f][n])})`;
          if (option.text !== text) option.text = text;
          option.disabled = !counts[f][n] && wanted[f] !== n;
        });
      });
      this.matching = matching;
      const active = Boolean(this.last);
      this.parentElement.classList.toggle("ex-filtered", active);
      this.status.textContent = this.dataset.count.replace("{count}", number.format(matching.length)).replace("{total}", number.format(total));
      this.found.replaceChildren(...(active ? [this.list, this.more.parentElement] : []));
      this.list.replaceChildren();
      this.shown = 0;
      if (active) this.show(BATCH);
    }

    // Entries come from the pages that show them; until then each has its room.
    async show(upTo) {
      const { matching } = this;
      const chosen = matching.slice(this.shown, upTo);
      this.shown = Math.min(upTo, matching.length);
      this.more.hidden = this.shown >= matching.length;
      const places = chosen.map(() => {
        const place = document.createElement("li");
        place.className = "ex-entry ex-entry--waiting";
        return place;
      });
      this.list.append(...places);
      for (const [index, n] of chosen.entries()) {
        const entry = await this.entry(n);
        if (this.matching !== matching) return;
        places[index].replaceWith(entry);
      }
    }

    async entry(n) {
      let rest = n;
      const page = this.data.pages.findIndex(([, count]) => (rest < count ? true : ((rest -= count), false)));
      const url = new URL(this.data.pages[page][0], this.root);
      try {
        if (location.protocol === "file:") throw new Error("no fetching from disk");
        if (!this.pages.has(page)) this.pages.set(page, this.fetch(url));
        const entries = await this.pages.get(page);
        return this.lifted(entries[rest], url);
      } catch {
        return this.plain(n, url);
      }
    }

    async fetch(url) {
      if (url.pathname === location.pathname) return [...document.querySelectorAll(".ex-day .ex-entry")];
      const text = await (await fetch(url)).text();
      return [...new DOMParser().parseFromString(text, "text/html").querySelectorAll(".ex-day .ex-entry")];
    }

    lifted(original, url) {
      const entry = document.importNode(original, true);
      const top = entry.querySelector(".ex-entry__top");
      if (!entry.querySelector(".ex-when__date")) {
        const day = original.closest(".ex-day").firstElementChild.cloneNode(true);
        day.querySelectorAll("a").forEach((link) => link.remove());
        const words = document.createElement("span");
        words.className = "ex-when__date";
        words.textContent = day.textContent;
        top.append(words);
      }
      entry.querySelectorAll("a[href]").forEach((link) => (link.href = new URL(link.getAttribute("href"), url)));
      entry.querySelectorAll("[id]").forEach((one) => one.removeAttribute("id"));
      entry.removeAttribute("id");
      return entry;
    }

    async plain(n, url) {
      if (!window.explainerTitles) await (this.titles ??= script(this.dataset.titles)).catch(() => {});
      const entry = document.createElement("li");
      entry.className = "ex-entry";
      const link = document.createElement("a");
      const words = window.explainerTitles;
      link.textContent = words ? words.titles[n] : number.format(n + 1);
      link.href = words ? `${url}#${words.anchors[n]}` : url;
      const when = document.createElement("p");
      when.className = "ex-kicker";
      when.textContent = date.format((this.data.starts[n] + YEAR_1) * DAY);
      entry.append(when, link);
      return entry;
    }

    key(event) {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
      if (event.target.closest("input, select, textarea, [contenteditable]") || !this.list.isConnected) return;
      const entries = [...this.list.querySelectorAll(".ex-entry:not(.ex-entry--waiting)")];
      const here = entries.findIndex((entry) => entry.contains(document.activeElement));
      if (here < 0 && (event.key === "Home" || event.key === "End")) return;
      const to = { j: here + 1, k: here - 1, Home: 0, End: entries.length - 1 }[event.key];
      const entry = entries[to];
      if (!entry) return;
      event.preventDefault();
      entry.querySelector(".ex-entry__title a, a").focus();
      entry.scrollIntoView({ block: "nearest" });
    }
  }
  customElements.define("ex-filter", Filter);
})();
