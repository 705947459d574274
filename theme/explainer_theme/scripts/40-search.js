// Search: the button fetches what it opens when it is first reached. `/` and `s` open it too, unless somebody types.
(() => {
  const forms = document.querySelectorAll("[data-ex-search]");
  if (!forms.length) return;
  let coming;
  const fetched = () => (coming ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = forms[0].dataset.exSearch;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  }));
  const open = form => fetched().then(() => window.exSearch(form), () => location.assign(form.action));
  for (const form of forms) {
    form.addEventListener("focusin", () => fetched().catch(() => {}), { once: true });
    form.addEventListener("submit", event => {
      event.preventDefault();
      open(form);
    });
  }
  document.addEventListener("keydown", event => {
    const { key, target } = event;
    if ((key !== "/" && key !== "s") || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (target.closest("input, textarea, select, [contenteditable], dialog")) return;
    event.preventDefault();
    open([...forms].find(form => form.checkVisibility?.() ?? true) ?? forms[0]);
  });
})();
