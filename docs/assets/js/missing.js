/* The page for missing addresses: asks the search worker what the address may have meant. */
(() => {
  "use strict";

  const FIND = 10, FOUND = 11, MOST = 5;

  /** The address below the site's root; empty where it cannot be read. */
  const read = (base) => {
    try {
      return decodeURIComponent(location.pathname.slice(base.pathname.length));
    } catch {
      return "";
    }
  };

  const begin = () => {
    const config = JSON.parse(document.getElementById("__config").textContent);
    const base = new URL(config.base, location.href), asked = read(base);
    const sections = [...document.querySelectorAll(".coop-page--missing section")];
    const section = sections.findLast((one) => asked.startsWith(one.dataset.root));
    const [kind, ...rest] = asked.slice(section.dataset.root.length).split("/").filter(Boolean);
    const query = rest.join(" ").replace(/(?<!\d)-|-(?!\d)|[_.]/g, " ").trim(); // dates keep theirs
    if (!query || location.protocol === "file:") return;
    const address = new URL(config.search, location.href);
    address.searchParams.set("lang", section.lang);
    const worker = new Worker(address), near = section.querySelector("[data-near]");
    worker.addEventListener("message", ({ data: { type, data } }) => {
      if (type !== FOUND || !data.items.length) return;
      near.querySelector("ul").replaceChildren(...data.items.map((item) => makeFound(item, base)));
      near.hidden = false;
    });
    worker.postMessage({ type: FIND, data: { query, sort: "", filters: { kind }, limit: MOST } });
  };

  document.addEventListener("DOMContentLoaded", begin);
})();
