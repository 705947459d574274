// Material opens its menu and its search by hidden check boxes; these buttons do it for keyboards as well.
(() => {
  const menu = document.querySelector(".ex-menu");
  const drawer = document.getElementById("__drawer");
  const panel = document.querySelector(".md-sidebar--primary");
  if (menu && drawer && panel) {
    panel.id = "ex-drawer";
    menu.setAttribute("aria-controls", panel.id);
    const turn = (open) => {
      drawer.checked = open;
      drawer.dispatchEvent(new Event("change"));
    };
    menu.onclick = () => turn(!drawer.checked);
    drawer.addEventListener("change", () => {
      menu.setAttribute("aria-expanded", drawer.checked);
      (drawer.checked ? panel.querySelector("a[href]") || menu : menu).focus();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && drawer.checked) turn(false);
    });
  }
  const find = document.querySelector(".ex-find-open");
  const box = document.getElementById("__search");
  if (find && box) {
    find.onclick = () => {
      box.checked = true;
      box.dispatchEvent(new Event("change"));
      document.querySelector("[data-md-component='search-query']").focus();
    };
  }
})();
