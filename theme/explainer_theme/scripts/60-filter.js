// Combined filters: what they need is fetched when a reader opens them, or follows a link to a filtered list.
(() => {
  const box = document.querySelector("ex-filter");
  if (!box) return;
  const details = box.querySelector("details");
  const load = () => {
    if (customElements.get("ex-filter")) return;
    const script = document.createElement("script");
    script.src = box.dataset.script;
    document.head.append(script);
  };
  details.addEventListener("toggle", load, { once: true });
  const follow = () => {
    if (location.hash.startsWith("#?")) details.open = true;
  };
  addEventListener("hashchange", follow);
  follow();
})();
