// What readers see: a dialog with a field, the number of results said aloud, and results as plain links.
const { words, kinds } = SETTINGS;
const AT_ONCE = 8;
const make = (tag, properties = {}, ...children) => {
  const { className, ...rest } = properties;
  const element = document.createElement(tag);
  if (className) element.className = `ex-find${className}`;
  for (const [name, value] of Object.entries(rest)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const field = make("input", {
  className: "__field", type: "search", id: "ex-find-field", autocomplete: "off", autocapitalize: "off",
  spellcheck: "false", enterkeyhint: "go", maxlength: "200", "aria-describedby": "ex-find-status", dir: "auto",
});
const status = make("p", { className: "__status", id: "ex-find-status", role: "status" });
const list = make("ol", { className: "__results" });
const more = make("button", { className: "__more", type: "button", hidden: "" }, words.more);
const close = make("button", { className: "__close", type: "button" }, words.close);
const index = make("a", { className: "__index" }, words.index);
const choices = make("div", { className: "__kinds", role: "group", "aria-label": words.kinds, hidden: "" });
const dialog = make("dialog", { className: "", "aria-label": words.search, lang: SETTINGS.lang, dir: SETTINGS.dir },
  make("form", { className: "__form", role: "search" },
    make("label", { className: "__label", for: "ex-find-field" }, words.search), field, close),
  make("div", { className: "__sheet" }, status, choices, list, more, make("p", { className: "__foot" }, index)));
dialog.className = "ex-find";

let query = "", kind = "", asking = 0, shown = 0, results = [], timer;

for (const [name, label] of [["", words.all], ...SETTINGS.found.map(name => [name, kinds[name][1]])]) {
  const choice = make("button", { className: "__kind", type: "button", "aria-pressed": String(!name) }, label);
  choice.onclick = () => {
    kind = name;
    for (const other of choices.children) other.setAttribute("aria-pressed", String(other === choice));
    ask();
  };
  choices.append(choice);
}

// The stretches of a text that match, in <mark>.
const marked = (text, asked) => {
  const parts = document.createDocumentFragment();
  for (const piece of text.split(/(\s+)/)) {
    const hit = wordsOf(piece).some(word => asked.some(one => word.startsWith(one) || (one.length > 4 && word.length > 3 && one.startsWith(word))));
    const last = parts.lastChild;
    if (hit && last?.nodeName === "MARK" && piece.trim()) last.append(piece);
    else parts.append(hit ? make("mark", {}, piece) : piece);
  }
  return parts;
};

// The first words, or those around the match where it lies further on.
const LENGTH = 26;
const excerpt = (text, asked) => {
  const all = text.split(/\s+/).filter(Boolean);
  const at = all.findIndex(piece => wordsOf(piece).some(word => asked.some(one => word.startsWith(one))));
  const from = at < LENGTH - 4 ? 0 : at - 8;
  const words = all.slice(from, from + LENGTH).join(" ");
  return `${from ? "… " : ""}${words}${all.length > from + LENGTH ? " …" : ""}`;
};

// On disk there is no server to open a folder's page.
const onDisk = url => (location.protocol === "file:" ? url.replace(/(^|\/)(?=#|$)/, "$1index.html") : url);

const item = (entry, asked) => {
  const link = make("a", { className: "__link", href: ROOT + onDisk(entry.url) });
  link.append(make("span", { className: "__title", dir: "auto" }, marked(entry.title, asked)));
  const about = make("span", { className: "__about" }, make("span", { className: "__what" }, kinds[entry.collection][0]));
  if (entry.date) about.append(" · ", make("bdi", {}, entry.date));
  link.append(about);
  const named = entry.names && wordsOf(entry.names).some(word => asked.some(one => word.startsWith(one)));
  if (named) {
    const each = entry.names.split(" · ").flatMap(name => [" · ", make("bdi", {}, marked(name, asked))]).slice(1);
    link.append(make("span", { className: "__names" }, ...each));
  }
  if (entry.text) link.append(make("span", { className: "__words", dir: "auto" }, marked(excerpt(entry.text, asked), asked)));
  return make("li", {}, link);
};

// Who is called just what was asked for comes first.
const called = ({ title, names }) => {
  const asked = fold(query);
  return fold(title) === asked ? 2 : names.split(" · ").some(name => fold(name) === asked) ? 1 : 0;
};

const showMore = async () => {
  const mine = asking, from = shown;
  const entries = await Promise.all(results.slice(from, from + AT_ONCE).map(one => (one.data ? entryOf(one) : one)));
  if (mine !== asking || from !== shown) return;
  const asked = wordsOf(query);
  if (!from) entries.sort((a, b) => called(b) - called(a));
  const items = entries.map(entry => item(entry, asked));
  if (!from) list.replaceChildren();
  list.append(...items);
  list.ariaBusy = "false";
  shown = from + items.length;
  more.hidden = shown >= results.length;
  if (from) items[0]?.querySelector("a").focus();
};

const say = text => {
  if (status.textContent !== text) status.textContent = text;
};
const none = () => {
  list.replaceChildren();
  list.ariaBusy = "false";
  more.hidden = true;
};

const found = async () => {
  const full = await byText(query, kind);
  if (full?.length && !full.vague) return [full, words.count];
  const all = await titlesOf(full ? NAMED : SETTINGS.titles);
  const chosen = kind ? all.filter(record => record.collection === kind) : all;
  const exact = full ? [] : byTitle(chosen, query, false);
  if (exact.length) return [exact, words.count];
  const alike = byTitle(chosen, query, true).slice(0, AT_ONCE);
  return alike.length || !full ? [alike, words.near] : [full, words.count];
};

const ask = async () => {
  const mine = ++asking;
  query = field.value.trim();
  if (!/[\p{L}\p{N}]/u.test(query)) {
    choices.hidden = true;
    none();
    return say("");
  }
  list.ariaBusy = "true";
  const slow = setTimeout(() => mine === asking && say(words.wait), 600);
  let answer;
  try {
    answer = await found();
  } catch {
    answer = [[], words.count];
  }
  clearTimeout(slow);
  if (mine !== asking) return;
  [results] = answer;
  shown = 0;
  choices.hidden = !results.length && !kind;
  if (!results.length) none();
  else await showMore();
  if (mine === asking) say(results.length ? answer[1].replace("{count}", results.length) : words.none);
};

field.oninput = () => {
  clearTimeout(timer);
  asking += 1; // an answer still under way is to other words than those in the field
  list.ariaBusy = "true";
  timer = setTimeout(ask, 120);
};
more.onclick = showMore;
close.onclick = () => dialog.close();
dialog.firstChild.onsubmit = async event => {
  event.preventDefault();
  clearTimeout(timer);
  if (field.value.trim() !== query) await ask();
  list.querySelector("a")?.click();
};
dialog.onclick = event => {
  if (event.target === dialog) dialog.close();
};
dialog.onkeydown = event => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || choices.contains(event.target)) return;
  const stops = [field, ...list.querySelectorAll("a"), ...(more.hidden ? [] : [more])];
  const at = stops.indexOf(event.target);
  if (at < 0 || !stops[at + step]) return;
  event.preventDefault();
  stops[at + step].focus();
};

window.exSearch = form => {
  index.href = form.nextElementSibling.href;
  if (!dialog.isConnected) document.body.append(dialog);
  if (!dialog.open) dialog.showModal();
  field.focus();
  field.select();
  started();
};
