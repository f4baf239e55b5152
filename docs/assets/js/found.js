/* What was found, as an entry of a list; "Find records" and the page for missing addresses show it. */
"use strict";

/** An item for what the search worker found, all texts HTML; its address is below the site's root. */
function makeFound({ location: address, title, facts, excerpt }, root) {
  const item = document.createElement("li"), link = document.createElement("a");
  link.href = new URL(address, root);
  link.innerHTML = title;
  item.append(link);
  for (const html of [facts.join(" · "), excerpt].filter(Boolean)) {
    const line = document.createElement("p");
    line.innerHTML = html;
    item.append(line);
  }
  return item;
}
