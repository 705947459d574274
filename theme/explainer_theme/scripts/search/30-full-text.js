// The full text, by Pagefind. Where it cannot run, because there is no server, no index or no WebAssembly, nothing is
// returned and titles are looked through instead.
const FOLDER = `${ROOT}assets/pagefind-${SETTINGS.lang}/`;
const PART = "␞";
const KIND = "xk"; // begins the word that stands in every entry for its kind
let engine;

const started = () => (engine ??= (async () => {
  if (!SETTINGS.full || location.protocol === "file:") return null;
  try {
    const pagefind = await import(`${FOLDER}pagefind.js`);
    // A worker would be given up after five seconds on a slow network, and everything fetched once more.
    await pagefind.options({ basePath: FOLDER, noWorker: true });
    await pagefind.filters(); // there are none: it only waits until everything has come
    return pagefind;
  } catch {
    return null;
  }
})());

// Words are asked for as they are indexed: folded where the index does not fold by itself.
const asIndexed = query => query.split(/\s+/).map(word => {
  const own = SETTINGS.lang.startsWith("ar") && /^\p{Script=Arabic}/u.test(fold(word));
  return (!own && respelt(word)) || word;
}).join(" ");

const entryOf = async result => {
  const { raw_content: content, meta } = await result.data();
  const [, names = "", text = ""] = content.split(PART).map(part => part.trim());
  return { collection: meta.kind, title: meta.title, names, date: meta.date ?? "", url: meta.href ?? "", text, content };
};

// For a word that nobody wrote, any with the same first letters are found; those are worth less than names like it.
const isMeant = ({ content }, asked) => {
  const words = wordsOf(content);
  return asked.every(one => words.some(word => word.startsWith(one) || word.startsWith(one.slice(0, Math.max(4, one.length - 3)))));
};

// A kind alone would be answered with every record of it, so both are asked for and what is in both is shown.
const byText = async (query, kind) => {
  const pagefind = await started();
  if (!pagefind) return null;
  const { results } = await pagefind.search(asIndexed(query));
  if (results.length && !isMeant(await entryOf(results[0]), wordsOf(query))) results.vague = true;
  if (!kind || !results.length) return results;
  const { results: ofKind } = await pagefind.search(KIND + kind);
  const ids = new Set(ofKind.map(result => result.id));
  return results.filter(result => ids.has(result.id));
};
