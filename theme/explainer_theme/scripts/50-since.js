// New since the last visit: only for readers who ask for it, and forgotten when they say so.
(() => {
  const box = document.querySelector("[data-since]");
  if (!box) return;
  const [button, status] = box.children;
  const words = box.dataset;
  const key = "explainer-visit " + new URL(words.since, location).pathname;
  let last;
  try {
    last = localStorage.getItem(key);
  } catch {
    return; // storage is refused, so there is nothing to offer
  }
  const day = (text) => new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(text));
  const today = () => new Date().toISOString().slice(0, 10);

  const offer = () => {
    button.textContent = words.remember;
    button.onclick = () => {
      localStorage.setItem(key, today());
      status.textContent = words.kept;
      canForget();
    };
  };
  const canForget = () => {
    button.textContent = words.forget;
    button.onclick = () => {
      localStorage.removeItem(key);
      sessionStorage.removeItem(key);
      document.querySelectorAll(".ex-new").forEach((mark) => mark.remove());
      status.textContent = "";
      offer();
    };
  };
  const tell = () => {
    // The first page of a visit moves the date on; the pages after it still tell of the visit before.
    const since = sessionStorage.getItem(key) || last;
    sessionStorage.setItem(key, since);
    localStorage.setItem(key, today());
    let count = 0;
    for (const item of document.querySelectorAll(".ex-update")) {
      const time = item.querySelector("time");
      if (!time || time.dateTime < since) continue;
      count += 1;
      const mark = document.createElement("strong");
      mark.className = "ex-tag ex-new";
      mark.textContent = words.mark;
      item.firstElementChild.prepend(mark, " ");
    }
    status.textContent = (count ? words.found : words.none)
      .replace("{date}", day(since))
      .replace("{count}", new Intl.NumberFormat(document.documentElement.lang).format(count));
    canForget();
  };
  box.hidden = false;
  if (last) tell();
  else offer();
})();
