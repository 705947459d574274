// A button beside each text that is there to be copied; without it the text can be selected.
document.querySelectorAll(".ex-use").forEach((use) => {
  const said = document.createElement("span");
  said.className = "ex-hidden";
  said.setAttribute("role", "status");
  use.append(said);
  use.querySelectorAll("textarea").forEach((text) => {
    const button = document.createElement("button");
    const name = text.labels[0].textContent;
    button.type = "button";
    button.textContent = use.dataset.copy;
    button.setAttribute("aria-label", use.dataset.copy + ": " + name);
    button.onclick = async () => {
      text.select();
      // The clipboard is not to be had on pages from disk.
      await (navigator.clipboard ? navigator.clipboard.writeText(text.value).catch(() => document.execCommand("copy")) : document.execCommand("copy"));
      said.textContent = button.textContent = use.dataset.copied;
      setTimeout(() => { said.textContent = ""; button.textContent = use.dataset.copy; }, 3000);
    };
    text.before(button);
  });
});
