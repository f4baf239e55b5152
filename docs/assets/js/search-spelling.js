/* What is found by words that are spelled otherwise; a part of search-worker.js, which loads it. */
"use strict";

/** One letter missing, too many, wrong, or two changed places. */
function isOneSlip(a, b) {
  const least = Math.min(a.length, b.length);
  let start = 0, end = 0;
  while (start < least && a[start] === b[start]) start++;
  while (end < least - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return Math.max(x.length, y.length) < 2 || (x.length === 2 && y === x[1] + x[0]);
}

/** A word as it sounds in a name: Carrie like Carry, Lee like Li, Stephen like Steven. */
const sound = (word) => word.replace(/(?:ie|ee|ey|y)$/, "i").replace(/ph/g, "v").replace(/ck/g, "k")
  .replace(/(.)\1/g, "$1");

/** What matches; where no name does: of two words typed for one, else people whose name sounds so. */
async function rankAsMeant(words) {
  const ranked = { words, ...await rank(words) };
  if (hasName(ranked) || words.length < 2 || !words.every(({ word }) => /^[a-z]+$/.test(word))) return ranked;
  for (const joined of joinTwo(words)) {
    const isKnown = (await Promise.all(joined.map(({ terms }) => lookUp(terms[0])))).every(({ size }) => size);
    const again = isKnown && await rank(joined);
    if (again && hasName(again)) return { words: joined, ...again };
  }
  const people = await hear(words);
  const others = ranked.documents.filter(({ document }) => !people.includes(document));
  const heard = people.map((document) => ({ document, tier: 3, score: 400 }));
  return { ...ranked, documents: [...heard, ...others] };
}
const hasName = ({ complete, documents }) => complete && documents[0].tier > 2;
const joinTwo = (words) => words.slice(1).map(({ word }, i) => {
  const whole = words[i].word + word;
  return [...words.slice(0, i), { word: whole, terms: [stem(whole)] }, ...words.slice(i + 2)];
});

/** The people in whose name there is for each word one that sounds like it. */
async function hear(words) {
  const [least, most] = manifest.lengths;
  const named = await Promise.all(words.map(async ({ word }) => {
    const lengths = [-2, -1, 0, 1, 2].map((step) => word.length + step).filter((n) => n >= least && n <= most);
    const alike = (await Promise.all(lengths.map((length) => load(`w/${length}`)))).flat().filter((other) => sound(other) === sound(word));
    const found = new Map();
    for (const other of alike) await lookUp(stem(other), found);
    return found;
  }));
  return [...named[0].keys()].filter((document) =>
    kindOf(document) === "people" && named.every((found) => found.get(document) >= TITLE));
}
