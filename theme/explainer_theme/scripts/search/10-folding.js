// One form for all spellings of a word: the same as `explainer/folding.py`, letter for letter.
const MARKS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/g;
const SILENT = /['’‘‛ʼʻʿʾʹʺ`´′″ـء\u00ad\u200b-\u200f\u061c\u2060\ufeff]/g;
const ARTICLES = /(?<![\p{L}\p{N}])(?:(?:[ae]l|a[dnrstz]|a(?:sh|th|dh))[-\u2010\u2011'’](?=\p{L})|[ae]l +(?=\p{L}))/gu;
const ARABIC_ARTICLE = /(?<!\S)(?:ال(?=\S{2})|ال (?=\S))/g;
const SAME = {
  ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i", ħ: "h",
  ς: "σ", ґ: "г", є: "е", і: "и", ך: "כ", ם: "מ", ן: "נ", ף: "פ", ץ: "צ",
  ٱ: "ا", ة: "ه", ى: "ي", ی: "ي", ې: "ي", ے: "ي", ک: "ك", ڪ: "ك", گ: "ك", پ: "ب",
  چ: "ج", ژ: "ز", ڤ: "ف", ہ: "ه", ھ: "ه", ە: "ه",
};
for (const zero of [0x660, 0x6f0, 0x966])
  for (let digit = 0; digit < 10; digit++) SAME[String.fromCharCode(zero + digit)] = String(digit);

const plain = text => text.toLowerCase().normalize("NFKD").replace(MARKS, "");
const fold = text =>
  plain(text)
    .replace(ARTICLES, " ")
    .replace(SILENT, "")
    .replace(/[^\p{L}\p{N}\p{M}]/gu, " ")
    .replace(/./gu, letter => SAME[letter] ?? letter)
    .trim()
    .replace(/ +/g, " ")
    .replace(ARABIC_ARTICLE, "");
const respelt = word => {
  const folded = fold(word);
  return folded.replaceAll(" ", "") === plain(word).replace(/[^\p{L}\p{N}]/gu, "") ? "" : folded;
};
