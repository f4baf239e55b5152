/* The page "Find records": asks the search worker, shows what it found, keeps the query in the address. */
(() => {
  "use strict";

  const FIND = 10, FOUND = 11, PAGE = 25;
  // What follows the form stays unseen until there is an answer: nothing moves before the reader's eyes
  document.documentElement.classList.toggle("coop-sifting", location.search.length > 1 && location.protocol !== "file:");

  const begin = () => {
    const form = document.getElementById("find");
    const list = document.getElementById("found");
    const count = document.getElementById("find-count");
    const more = document.getElementById("find-more");
    const selects = [...form.querySelectorAll("select")].filter((one) => one.name !== "sort");
    const texts = new Map(selects.flatMap((one) => [...one.options]).map((option) => [option, option.text]));
    let limit = PAGE, waiting = 0, worker, base;

    /** A value of the address as its field has it: of a date the year, of a type the kind, of an id the present one. */
    const meant = (field, value) => field.type === "number" ? value.slice(0, 4)
      : [...(field.options || [])].find(({ dataset }) => dataset.also?.split(" ").includes(value))?.value || value;

    const fill = () => {
      const asked = new URLSearchParams(location.search);
      for (const field of form.elements) if (field.name) field.value = meant(field, asked.get(field.name) || "");
      if ([...asked.keys()].some((key) => key !== "q")) form.querySelector("details").open = true;
    };

    /** What the form says, without what it leaves open. */
    const read = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));

    const ask = () => {
      const { q = "", sort = "", ...filters } = Object.fromEntries(read());
      worker.postMessage({ type: FIND, data: { query: q, sort, filters, limit } });
    };

    const changed = () => {
      const query = read().toString();
      history.replaceState(null, "", query ? `?${query}` : location.pathname);
      limit = PAGE;
      ask();
    };

    const tell = (counts) => {
      for (const select of selects) {
        for (const option of select.options) {
          if (!option.value) continue;
          const number = counts[select.name][option.value] || 0;
          option.text = form.dataset.counted.replace("W#", () => texts.get(option)).replace("N#", number.toLocaleString("en"));
          option.hidden = option.disabled = !number && !option.selected;
        }
      }
    };

    const show = ({ total, counts, items, failed }) => {
      const said = failed ? "failed" : total ? "count" : items.length ? "none" : "nothing";
      count.textContent = form.dataset[said].replace("#", total?.toLocaleString("en"));
      const focus = limit > PAGE && document.activeElement === more ? list.children.length : -1;
      list.replaceChildren(...items.map((item) => makeFound(item, base)));
      list.hidden = !items.length;
      more.hidden = !(total > items.length);
      if (focus >= 0) list.children[focus]?.querySelector("a").focus();
      if (counts) tell(counts);
      document.documentElement.classList.remove("coop-sifting");
    };

    if (location.protocol === "file:") {
      form.hidden = true;
      count.textContent = form.dataset.fromDisk;
      return;
    }
    const config = JSON.parse(document.getElementById("__config").textContent);
    base = new URL(config.base, location.href);
    worker = new Worker(config.search);
    worker.addEventListener("message", ({ data: { type, data } }) => type === FOUND && show(data));
    const typed = form.elements.q.value; // the form stands before this script has come
    fill();
    form.addEventListener("submit", (event) => { event.preventDefault(); changed(); });
    form.addEventListener("reset", () => setTimeout(changed));
    form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(changed, 150); });
    more.addEventListener("click", () => { limit += PAGE; ask(); });
    addEventListener("popstate", () => { fill(); ask(); });
    if (typed) form.elements.q.value = typed;
    if (typed) changed();
    else if (location.search) ask();
  };

  document.addEventListener("DOMContentLoaded", begin);
})();
