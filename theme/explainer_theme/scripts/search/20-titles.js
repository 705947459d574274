// The titles of all records: for pages opened from disk, and for names that are misspelt or written in another script.
const ROOT = new URL("..", document.currentScript.src).href;
const NAMED = ["actors", "places", "glossary"];
const coming = {};
const records = {};
const wordsOf = text => fold(text).split(" ").filter(Boolean);
const slug = title => title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

window.exTitles = (collection, head, tail, lines) => {
  records[collection] = lines.split("\n").map(line => {
    const [title, names = "", date = "", address = slug(title)] = line.split("\t");
    const middle = address === "." ? "" : address || slug(title);
    return { collection, title, names, date, url: head + middle + tail, text: "", words: wordsOf(`${title} ${names}`) };
  });
};

const titlesOf = async collections => {
  const wanted = collections.filter(collection => SETTINGS.titles.includes(collection));
  await Promise.all(wanted.map(collection => (coming[collection] ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = `${ROOT}assets/titles-${SETTINGS.lang}-${collection}.js`;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  }))));
  return wanted.flatMap(collection => records[collection]);
};

// Consonants that sound alike, or that scripts write for one another; vowels and what may be one are left out.
const SOUNDS = {
  b: "bpбпب", k: "kqcgjxкгґقكغج", h: "hхحهخ", s: "szсзшщцчжصسشزثظ", t: "tdтدذضطتд", f: "fvфвف",
  m: "mмم", n: "nнن", l: "lлل", r: "rрر",
};
const SOUND_OF = {};
for (const [sound, letters] of Object.entries(SOUNDS)) for (const letter of letters) SOUND_OF[letter] = sound;
const sound = word => {
  const letters = word.replace(/(.)\1+/gu, "$1").replace(/ph/g, "f").replace(/kh/g, "h").replace(/([cdgstz])h/g, "$1");
  const opens = /^[aeiouyаеиоуэюяاعأ]/u.test(letters) ? "a" : "";
  const heard = [...letters].map(letter => SOUND_OF[letter] ?? "").join("").replace(/(.)\1+/g, "$1");
  return opens + (heard.length > 1 ? heard.replace(/h$/, "") : heard);
};

// Whether two words differ by no more than one letter put in, left out or changed, or by two in the wrong order.
const near = (a, b) => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  const rest = (word, skipped) => word.slice(from + skipped);
  return rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1) ||
    (a[from] === b[from + 1] && a[from + 1] === b[from] && rest(a, 2) === rest(b, 2));
};

const EXACT = 8, BEGINS = 5, NEAR = 3, ALIKE = 2;
const closeness = (asked, word, vaguely) => {
  if (asked === word) return EXACT;
  if (word.startsWith(asked)) return BEGINS;
  if (!vaguely) return 0;
  if (asked.length > 3 && near(asked, word)) return NEAR;
  const heard = sound(asked);
  return asked.length > 3 && heard.length > 1 && heard === sound(word) ? ALIKE : 0;
};

// The records whose titles or names have every word of the query, or most of them where it is read vaguely.
const byTitle = (all, query, vaguely) => {
  const asked = wordsOf(query);
  if (!asked.length) return [];
  const found = [];
  for (const record of all) {
    const scores = asked.map(one => Math.max(0, ...record.words.map(word => closeness(one, word, vaguely))));
    const matched = scores.filter(Boolean).length;
    if (matched < (vaguely ? asked.length / 2 : asked.length)) continue;
    const named = NAMED.includes(record.collection) ? 2 : 0;
    found.push([scores.reduce((sum, score) => sum + score, named) - record.words.length / 100, record]);
  }
  return found.sort(([a], [b]) => b - a).map(([, record]) => record);
};
