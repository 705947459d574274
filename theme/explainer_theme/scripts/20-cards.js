// Cards of what a sentence names: they also open when a link is pointed at or reached by keyboard, beside it.
(() => {
  if (!HTMLElement.prototype.showPopover) return;
  let timer, open, link;
  const cardOf = (a) => a && [...document.querySelectorAll(".ex-preview")].find((card) => card.querySelector("a").href === a.href && !card.contains(a));
  const place = (card, by) => {
    const lines = by.getClientRects();
    const at = lines[lines.length - 1];
    card.classList.add("ex-preview--near");
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - card.offsetWidth - 8));
    const under = at.bottom + card.offsetHeight + 8 < innerHeight;
    card.style.left = left + scrollX + "px";
    card.style.top = (under ? at.bottom + 6 : Math.max(8, lines[0].top - card.offsetHeight - 6)) + scrollY + "px";
  };
  const close = () => {
    clearTimeout(timer);
    if (open && open.matches(":popover-open")) open.hidePopover();
    open = link = null;
  };
  const soon = (act, wait) => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
  const show = (a, card) => {
    if (!a.isConnected || document.querySelector(".ex-preview:popover-open")) return;
    card.showPopover();
    place(card, a);
    open = card;
    link = a;
  };
  const linkAt = (event) => event.target.closest && event.target.closest(".ex-page a[href]");
  document.addEventListener("mouseover", (event) => {
    const a = linkAt(event);
    if (open && (open.contains(event.target) || a === link)) return clearTimeout(timer);
    if (open) return soon(close, 200);
    const card = cardOf(a);
    card ? soon(() => show(a, card), 300) : clearTimeout(timer);
  });
  document.addEventListener("focusin", (event) => {
    const a = linkAt(event);
    if (open && (open.contains(event.target) || a === link)) return;
    close();
    const card = a && a.matches(":focus-visible") && cardOf(a);
    if (card) show(a, card);
  });
  document.addEventListener("focusout", (event) => {
    if (event.target === link && !(open && open.contains(event.relatedTarget))) close();
  });
  document.addEventListener("toggle", (event) => {
    const card = event.target;
    if (!card.matches(".ex-preview")) return;
    if (event.newState === "closed" && card === open) open = link = null;
    if (event.newState === "open" && card !== open) place(card, document.querySelector(`[popovertarget="${card.id}"]`));
  }, true);
})();
