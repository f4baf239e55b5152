/* Answers what is typed into the search box (messages 0-3, as Material's box speaks them) and on
   the page "Find records" (message 10, answered by 11). Loads pieces of the index when they are
   needed, nothing before the first query. How a text is cut: scripts/coop/search/terms.py. */
"use strict";
self.importScripts?.("search-spelling.js"); // a page has no such function: tests add the file

const READY = 1, QUERY = 2, RESULT = 3, FIND = 10, FOUND = 11;
const SHOWN = 10, RANKED = 12, ENOUGH = 0.6, TITLE = 6, FACT = 3, PAUSE = 60; // milliseconds
const root = new URL("../../", self.location);
const language = new URLSearchParams(self.location.search).get("lang") || "en", pieces = new Map();
const prefix = language === "en" ? "" : `${language.toLowerCase()}/`;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const DATE = "--\\d\\d(?:-\\d\\d)?|\\d{4}-\\d\\d(?:-\\d\\d)?";
const TOKEN = new RegExp(`#\\d+|(?:${DATE})(?!\\d)|[a-z0-9]+(?:-[a-z0-9]+)*|[\\u3400-\\u9fff]+`, "g");
const isDate = (token) => new RegExp(`^(?:${DATE})$`).test(token);
const isHan = (token) => token >= "\u3400" && token <= "\u9fff\uffff";
let manifest, simple, rules;

/** A piece of the index by its path; packed pieces are unpacked unless the host did so. */
async function load(path) {
  if (!pieces.has(path)) {
    const address = new URL(`search/${path}.bin${manifest ? `?${manifest.version}` : ""}`, root);
    pieces.set(path, fetch(address, manifest ? {} : { cache: "no-cache" }).then(async (answer) => {
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return JSON.parse(new TextDecoder().decode(bytes));
      const { readable, writable } = new DecompressionStream("gzip"), writer = writable.getWriter();
      Promise.all([writer.write(bytes), writer.close()]).catch(() => {}); // told by what is read
      return new Response(readable).json();
    }));
    pieces.get(path).catch(() => pieces.delete(path));
  }
  return pieces.get(path);
}

async function begin() {
  if (manifest) return;
  const loaded = await load("manifest"), { traditional, simplified } = loaded;
  simple = new Map([...traditional].map((char, i) => [char, [...simplified][i]]));
  rules = loaded.patterns.map((pattern) => new RegExp(pattern, "g"));
  manifest = loaded;
}

/** What stands for a match of a rule; the rule's groups say what it is. */
function write(found, ...rest) {
  const { year, month, day, nth } = Object(rest.at(-1));
  if (nth) return ` #${number(nth)} `;
  if (month) return ` ${numeral(year)}-${two(month)}${day ? `-${two(day)}` : ""} `;
  return year ? ` ${numeral(year)} ` : manifest.abbreviations[found] || "";
}
const digit = (char) => "〇一二三四五六七八九".indexOf(char.replace(/[○零o]/, "〇"));
const numeral = (year = "-") => (year.length === 2 ? (year < 70 ? "20" : "19") : "") +
  [...year].map((char) => digit(char) < 0 ? char : digit(char)).join("");
const two = (text) => String(number(text)).padStart(2, "0");
/** The number of an ordinal, a month or a day, in figures, in English or in Chinese. */
function number(text) {
  if (/^\d+$/.test(text)) return Number(text);
  if (MONTHS.includes(text.slice(0, 3))) return MONTHS.indexOf(text.slice(0, 3)) + 1;
  if (manifest.ordinals[text.replace("-", " ")]) return manifest.ordinals[text.replace("-", " ")];
  const full = text.replace(/^十/, "一十").replace(/^廿/, "二十").replace(/^卅/, "三十"), ten = full.lastIndexOf("十");
  return unit(full.slice(0, Math.max(ten, 0))) * 10 + unit(full.slice(ten + 1));
}
const unit = (char) => char.length === 1 ? Math.max(digit(char), 0) : 0;
const kindOf = (document) => manifest.kinds.findLast(([, start]) => start <= document)[0];
const toSimple = (text) => [...text].map((char) => simple.get(char) || char).join("");
const normalise = (text) => rules.reduce((kept, rule) => kept.replace(rule, write),
  toSimple(text.normalize("NFKD").toLowerCase()));

function stem(word) {
  if (!/^[a-z]+$/.test(word)) return word;
  const one = /^..+ies$/.test(word) ? word.replace(/ies$/, "y") : word.length > 3 ? word.replace(/([^ius])s$/, "$1") : word;
  return /^....+(?:ing|ed)$/.test(one) ? one.replace(/(?:ing|ed)$/, "") : one.length > 4 ? one.replace(/e$/, "") : one;
}

/** The words of a text: `{word, terms}`, where Chinese that stands together is one word. */
function read(query) {
  const all = normalise(query).match(TOKEN) || [];
  const kept = all.filter((token) => !manifest.stopWords.includes(token));
  const words = (kept.length ? kept : all).flatMap((token) => isDate(token) ? [token] : token.split("-").filter(Boolean));
  return words.map((word) => ({
    word,
    terms: !isHan(word) ? [stem(word)] : word.length < 2 ? [word]
      : [...new Set([...word].slice(1).map((char, i) => word[i] + char))],
  }));
}

const hash = (text) => [...text].reduce((value, char) =>
  Math.imul(value ^ char.codePointAt(0), 0x01000193) >>> 0, 0x811c9dc5);
const shardOf = (term) => load(`t/${hash(/^[a-z]/.test(term) ? term.slice(0, 3) : term) % manifest.shards}`);

/** The documents of a term, as a map from number to level. */
async function lookUp(term, into = new Map(), share = 1) {
  for (const [level, ...distances] of (await shardOf(term))[term] || [])
    distances.reduce((before, distance) => {
      const at = before + distance;
      if ((into.get(at) || 0) < level * share) into.set(at, level * share);
      return at;
    }, 0);
  return into;
}

/** The documents of a word: of the word itself, else of what it begins or is one slip away from. */
async function lookUpWord(word, term, isLast, meant) {
  const found = await lookUp(term), isKnown = found.size > 0;
  if (/^[a-z]{3,}$/.test(term) && (isLast || !isKnown)) {
    const share = isKnown ? 0.4 : 0.8;
    const longer = Object.keys(await shardOf(term)).filter((other) => other !== term &&
      (other.startsWith(term) || (term.startsWith(other) && ["i", "in", "e"].includes(term.slice(other.length)))));
    if (!isKnown) meant.push(...longer);
    for (const other of longer) await lookUp(other, found, share);
  }
  if (!isKnown && !(isLast && found.size) && /^[a-z]{5,}$/.test(word)) { // the last word may not be at its end
    const [least, most] = manifest.lengths;
    const lengths = [-1, 0, 1].map((step) => word.length + step).filter((n) => n >= least && n <= most);
    const lists = await Promise.all(lengths.map((length) => load(`w/${length}`)));
    const near = lists.flat().filter((other) => isOneSlip(word, other)).map(stem);
    meant.unshift(...near);
    for (const other of near) await lookUp(other, found, 0.9);
  }
  return found;
}

/** A word of which nothing is known, as its single characters or its first letters. */
const loosen = ({ word }) => isHan(word) ? { word, terms: [...word] }
  : { word: word.slice(0, 4), terms: [word.slice(0, 4)] };

/** All documents that match, best first: `{documents, complete}`; incomplete ones are only near. */
async function rank(words, loosely) {
  const meant = words.map(() => []);
  const groups = await Promise.all(words.map(async ({ word, terms }, i) => {
    if (!isHan(word)) return [await lookUpWord(word, terms[0], i === words.length - 1, meant[i])];
    const found = await Promise.all(terms.map((term) => lookUp(term)));
    return found.some(({ size }) => size) ? found.filter(({ size }) => size) : found;
  }));
  const lists = groups.flat();
  const weights = lists.map((found) => Math.log(1 + manifest.documents / (found.size || 1)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const spelled = words.map(({ word }, i) => meant[i].length ? meant[i].slice(0, 3) : [stem(word)])
    .reduce((names, parts) => names.flatMap((name) => parts.map((part) => [...name, part])), [[]]);
  const exact = new Map();
  for (const name of spelled.slice(0, 9)) await lookUp(`=${hash(name.join(" ")).toString(16)}`, exact);
  const scores = new Map();
  lists.forEach((found, i) => found.forEach((level, document) => {
    const { sum = 0, share = 0, least = 9, missing = lists.length } = scores.get(document) || {};
    scores.set(document, { document, sum: sum + level * weights[i], share: share + weights[i] / whole,
      least: Math.min(least, level), missing: missing - 1 });
  }));
  exact.forEach((level, document) => {
    if (level >= TITLE) scores.set(document, { document, sum: 11 * level * whole, share: 1, least: 10, missing: 0 });
  });
  if (!scores.size && !loosely) return { ...await rank(words.map(loosen), true), complete: false };
  const all = [...scores.values()];
  const full = all.filter(({ missing, document }) => !missing && kindOf(document) !== "sources");
  const isTold = full.length && full.every(({ least }) => least < FACT); // then most of it in a name is as good
  const isNamed = ({ share, least }) => isTold && share >= ENOUGH && least >= TITLE;
  const most = all.filter((score) => full.length ? !score.missing || isNamed(score) : score.share >= ENOUGH);
  const kept = most.length ? most : all;
  for (const score of kept) {
    const held = score.least > 9 ? 4 : score.least >= TITLE ? 3 : score.least >= FACT ? 2 : 1;
    score.tier = score.missing ? Number(isNamed(score)) : held;
    const told = isSpan(words) ? Number(kindOf(score.document) === "meetings") : score.sum / whole;
    score.score = score.tier * 100 + 10 * score.share + told;
  }
  return { documents: kept.sort(byScore), complete: most.length > 0 };
}
/** Whether a query is no more than a year or a month: then the meetings in it, the newest first. */
const isSpan = (words) => words.every(({ word }) => /^(?:\d{4}(?:-\d\d)?|--\d\d)$/.test(word));
const byScore = (a, b) => b.score - a.score || a.document - b.document;

/** From 0 to 10: how much of the query is in one name, or the date, and how little else is. */
function cover(name, dated, words) {
  const [own, asked] = [new Set(read(name).flatMap(({ terms }) => terms)), words.flatMap(({ terms }) => terms)];
  const hits = asked.filter((term) => own.has(term) || dated.includes(term)).length;
  return 7 * hits / asked.length + 3 * hits / Math.max(own.size, asked.length);
}

/** Puts first, among the best, those that have the query as it was typed in one name. */
async function refine(documents, words) {
  const best = documents.slice(0, RANKED);
  const phrases = words.filter(({ word }) => isHan(word) && word.length > 2).map(({ word }) => word);
  const days = words.filter(({ word }) => isDate(word) && !word.startsWith("-")).map(({ word }) => word);
  await Promise.all(best.map(async (score) => {
    const [, title, , when, , others, text] = score.shown = await show(score.document);
    const names = [title, ...others.split(" · ")];
    const dated = read(when).flatMap(({ word }) => [word, word.slice(0, 4), word.slice(0, 7)]);
    const folded = toSimple(names.join(" · "));
    if (score.tier === 3 && !isSpan(words)) score.score += Math.max(...names.map((name) => cover(name, dated, words)));
    const [named, told, then] = kindOf(score.document) === "sources" ? [0, 0, 0] : [3, 1, 4]; // a record before its sources
    if (dated.length) for (const day of days) score.score += dated.includes(day) ? then : -4; // who names a day or month means it
    for (const phrase of phrases) score.score += folded.includes(phrase) ? named : toSimple(text).includes(phrase) ? told : -3;
  }));
  return [...best.sort(byScore), ...documents.slice(RANKED)];
}

const show = async (document) => (await load(`d/${language}/${Math.floor(document / manifest.chunk)}`))[document % manifest.chunk];

const escape = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
const HEAD = /^[\p{Script=Latin}\d'’-]*[\s.,;:)]*/u, TAIL = /[\s,;:(]*[\p{Script=Latin}\d'’-]*$/u; // of a text that is cut: part of a word
/** A text as HTML with what was searched for marked; around the first mark, if it is long. */
function mark(text, words, longest = Infinity) {
  const folded = [...text.toLowerCase()].map((char) => simple.get(char) || char).join("");
  const patterns = words.flatMap(({ word, terms }) => isHan(word) ? [word, ...terms]
    : /^[a-z0-9]+$/.test(word) ? [`\\b${stem(word)}[a-z]*`] : []);
  const spans = patterns.length ? [...folded.matchAll(new RegExp(patterns.join("|"), "g"))] : [];
  const first = spans[0]?.index || 0;
  const near = text.length > longest && first > longest / 3 ? first - Math.floor(longest / 4) : 0;
  const from = near && Math.min(first, near + HEAD.exec(text.slice(near))[0].length), rest = text.slice(from);
  const to = from + (rest.length > longest ? rest.slice(0, longest).replace(TAIL, "") : rest).length;
  let html = from ? "…" : "", at = from;
  for (const { index, 0: hit } of spans) {
    const end = index + hit.length;
    if (index < at || end > to) continue;
    html += `${escape(text.slice(at, index))}<mark>${escape(text.slice(index, end))}</mark>`;
    at = end;
  }
  return { html: html + escape(text.slice(at, to)) + (to < text.length ? "…" : ""), marks: spans.length };
}

/** A document as a reader sees it; all texts are HTML. */
async function present(score, words) {
  const [address, title, kind, when, platform, names, text] = score.shown || await show(score.document);
  const [marked, told] = [mark(title, words), mark(text, words, 180)];
  const called = names.split(" · ").map((name) => mark(name, words, 120)).find(({ marks }) => marks);
  const excerpt = told.marks || marked.marks ? told : called || told;
  const facts = [kind, when, platform].filter(Boolean).map(escape);
  return { location: prefix + address, title: marked.html, excerpt: excerpt.html, facts };
}

async function search(query) {
  await begin();
  const words = read(query), { word, terms } = words.at(-1) || {};
  // the beginning of a word to come: what stands before it is answered
  if (words.length > 1 && /^(?:[a-z]{1,2}|\d{1,3})$/.test(word) && !(await lookUp(terms[0])).size) words.pop();
  const ranked = words.length ? await rankAsMeant(words) : { words, documents: [], complete: false };
  return { ...ranked, documents: await refine(ranked.documents, ranked.words) };
}

/** What the box shows: the best, then a way to all of them. */
async function answer(query) {
  const { words, documents, complete } = await search(query);
  const best = documents.slice(0, complete ? SHOWN : SHOWN / 2);
  const say = manifest.words[language];
  const head = complete ? say.found.replace("{n}", documents.length) : say.near;
  const items = (await Promise.all(best.map((score) => present(score, words)))).map((one, i) => ({
    location: one.location, score: 100 - i, terms: {},
    title: one.title + (one.location.includes("#") ? ` <small>${one.facts.join(" · ")}</small>` : ""),
    text: `<p class="coop-hit">${one.facts.join(" · ")}</p>${one.excerpt && `<p>${one.excerpt}</p>`}${i ? "" : `<span class="coop-say" hidden>${head}</span>`}`,
  }));
  if (complete && documents.length > best.length) {
    const location = `${prefix}find/?q=${encodeURIComponent(query)}`;
    items.push({ location, title: escape(head), text: escape(say.all), score: 0, terms: {} });
  }
  return items.map((item) => [item]);
}

/** What the page "Find records" shows: how many pass the filters, counts of each value, the first. */
async function find({ query, filters, sort, limit }) {
  const { words, documents, complete } = await search(query);
  const { values, columns } = await load("facets");
  const valuesOf = (key, number) => key === "kind" ? [kindOf(number)]
    : [columns[key][number]].flat().filter(Boolean).map((at) => values[key][at - 1]);
  const inYears = (number) => (!filters.from || columns.day[number] >= filters.from * 1e4) &&
    (!filters.to || (columns.day[number] && columns.day[number] < (Number(filters.to) + 1) * 1e4));
  const every = words.length ? (complete ? documents : []) : columns.day.map((_, document) => ({ document, score: 0 }));
  const inside = every.filter(({ document }) => kindOf(document) !== "pages" && inYears(document));
  const keys = ["kind", ...Object.keys(values)];
  const fails = (key, number) => filters[key] && !valuesOf(key, number).includes(filters[key]);
  const counts = Object.fromEntries(keys.map((key) => [key, {}]));
  const passed = inside.filter(({ document }) => {
    const failed = keys.filter((key) => fails(key, document));
    for (const key of failed.length ? failed.length < 2 ? failed : [] : keys)
      for (const value of valuesOf(key, document)) counts[key][value] = (counts[key][value] || 0) + 1;
    return !failed.length;
  });
  if (sort === "date" || !words.length) passed.sort((a, b) => columns.day[b.document] - columns.day[a.document]);
  const shown = words.length && !complete ? documents.slice(0, 5) : passed.slice(0, limit);
  return { total: passed.length, counts, items: await Promise.all(shown.map((one) => present(one, words))) };
}

let latest = 0;
self.onmessage = async ({ data: { type, data } }) => {
  if (type !== QUERY && type !== FIND) return;
  const turn = ++latest;
  begin().catch(() => {}); // told by the search itself
  await new Promise((wake) => setTimeout(wake, PAUSE));
  if (turn !== latest) return; // another letter was typed
  try {
    const reply = type === FIND ? await find(data) : { items: data.trim() ? await answer(data) : [] };
    if (turn === latest) self.postMessage({ type: type === FIND ? FOUND : RESULT, data: reply });
  } catch (error) {
    console.error(error);
    self.postMessage({ type: type === FIND ? FOUND : RESULT, data: { items: [], failed: true } });
  }
};
self.postMessage({ type: READY });
