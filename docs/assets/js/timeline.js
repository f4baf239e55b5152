/* The timeline's filters: hide what does not match, count what would, keep the choice in the address. */
(() => {
  "use strict";

  const FACETS = ["platform", "kind", "status", "topic", "place"], TALLEST = 64;
  const asked = new URLSearchParams(location.search);
  // The list stays unseen until it is sifted: nothing moves before the reader's eyes
  document.documentElement.classList.toggle("coop-sifting", FACETS.some((key) => asked.get(key)));

  const begin = () => {
    const form = document.getElementById("filter");
    const latest = document.getElementById("latest");
    const list = document.getElementById("events");
    const said = document.getElementById("filter-count");
    const unfiltered = said.textContent;
    const decades = [...document.querySelectorAll(".coop-page .coop-years a")];
    const ways = [...decades, ...document.querySelectorAll(".coop-crumbs a")].map((link) => [link, link.getAttribute("href")]);
    const bars = [...document.querySelectorAll(".coop-density li")].flatMap((item) => {
      const link = item.querySelector("a");
      return link ? [{ link, year: item.dataset.year, href: link.getAttribute("href"), number: link.querySelector(".n"), bar: link.querySelector("svg") }] : [];
    });
    let events = [], fetched = !latest, fetching;

    const collect = () => {
      events = [...list.querySelectorAll("li[data-kind]")].map((row) => ({
        row,
        month: row.closest(".coop-month"),
        year: row.closest(".coop-tlyear"),
        has: FACETS.map((key) => (row.dataset[key] || "").split(" ")),
      }));
    };

    /** Fetches the years of all decades into the page: the same rows, with ways that lead on from here. */
    const fetchAll = async () => {
      said.textContent = form.dataset.loading;
      const pages = await Promise.all(decades.map(async ({ pathname }) => {
        const answer = await fetch(pathname);
        if (!answer.ok) throw new Error(pathname);
        return [answer.url, new DOMParser().parseFromString(await answer.text(), "text/html")];
      }));
      for (const [address, page] of pages) {
        for (const link of page.querySelectorAll("#events a")) link.href = new URL(link.getAttribute("href"), address);
        list.append(...page.querySelectorAll(".coop-tlyear"));
      }
      fetched = true;
      collect();
    };

    const chosen = () => FACETS.map((key) => form.elements[key]?.value || "");

    /** The choice as the address holds it, with the question mark; empty where nothing is chosen. */
    const query = (values) => {
      const pairs = FACETS.map((key, at) => [key, values[at]]).filter(([, value]) => value);
      return pairs.length ? `?${new URLSearchParams(pairs)}` : "";
    };

    const nameOf = (control) => (control.dataset?.name ?? control.nextElementSibling?.textContent);
    const controls = (key) => {
      const found = form.elements[key];
      return found ? [...(found.options || (found.length ? found : [found]))] : [];
    };

    /** Shows the rows that match; returns what each value of each filter would leave, and each year has. */
    const sift = (values) => {
      const counts = FACETS.map(() => new Map([["", 0]])), years = new Map(), months = new Map();
      const add = (map, key) => map.set(key, (map.get(key) || 0) + 1);
      for (const { row, month, year, has } of events) {
        const missed = FACETS.map((_, at) => at).filter((at) => values[at] && !has[at].includes(values[at]));
        row.hidden = missed.length > 0;
        if (!missed.length) { add(months, month); add(years, year); }
        FACETS.forEach((_, at) => {
          if (missed.some((other) => other !== at)) return;
          add(counts[at], "");
          for (const value of has[at]) if (value) add(counts[at], value);
        });
      }
      for (const { month, year } of events) {
        month.hidden = !months.has(month);
        year.hidden = !years.has(year);
      }
      for (const [year, number] of years) year.querySelector("h2 span").textContent = number.toLocaleString("en");
      return { counts, years };
    };

    const tellCounts = (counts) => {
      FACETS.forEach((key, at) => controls(key).forEach((control) => {
        const number = counts[at].get(control.value) || 0;
        const isChosen = control.checked || control.selected;
        control.disabled = !number && control.value !== "" && !isChosen;
        if (control.dataset.name) control.textContent = form.dataset.counted.replace("W#", () => control.dataset.name).replace("N#", number.toLocaleString("en"));
        else if (control.type === "radio") control.parentElement.querySelector("b").textContent = number.toLocaleString("en");
      }));
    };

    const tellYears = (years, values) => {
      const numbers = new Map([...years].map(([year, number]) => [year.querySelector("h2").id.slice(1), number]));
      const most = Math.max(1, ...numbers.values());
      for (const { link, year, href, number, bar } of bars) {
        const found = numbers.get(year) || 0;
        const [path, anchor] = href.split("#");
        number.textContent = found.toLocaleString("en");
        bar.setAttribute("height", found && Math.max(2, Math.floor((TALLEST * found) / most)));
        if (found) link.setAttribute("href", list.hidden ? path + query(values) + "#" + anchor : `#${anchor}`);
        else link.removeAttribute("href");
      }
      if (latest) {
        for (const link of decades) {
          const of = (year) => link.pathname.endsWith(`/${year.slice(0, 3)}0s/`);
          link.querySelector("small").textContent = [...numbers].reduce((sum, [year, number]) => sum + (of(year) ? number : 0), 0).toLocaleString("en");
        }
      }
      for (const [link, href] of ways) link.setAttribute("href", href + query(values));
    };

    const show = async () => {
      const values = chosen();
      const filtered = values.some(Boolean);
      try {
        if (filtered && !fetched) await (fetching ??= fetchAll());
      } catch {
        fetching = null;
        said.textContent = form.dataset.failed;
        return;
      }
      if (!fetched) return;
      if (latest) {
        latest.hidden = filtered;
        list.hidden = !filtered;
      }
      list.classList.toggle("coop-tl__sifted", filtered);
      const { counts, years } = sift(chosen());
      tellCounts(counts);
      tellYears(years, chosen());
      const found = events.filter(({ row }) => !row.hidden).length;
      const names = FACETS.map((key) => controls(key).find((one) => one.value && (one.checked || one.selected))).filter(Boolean).map(nameOf);
      const matching = form.dataset.matching.replace("N#", found).replace("T#", events.length);
      said.textContent = filtered ? [matching, ...names].join(form.dataset.dot) : unfiltered;
    };

    const changed = () => {
      history.replaceState(null, "", query(chosen()) || location.pathname);
      show();
    };

    /** Takes the choice from the address; what is not on offer is left out, an old id is as good as the new. */
    const fill = () => {
      const asked = new URLSearchParams(location.search);
      for (const key of FACETS) {
        const value = asked.get(key) || "";
        const wanted = controls(key).find((one) => one.value === value || one.dataset.also?.split(" ").includes(value)) || controls(key)[0];
        if (!wanted) continue;
        if (wanted.type === "radio") wanted.checked = true;
        else wanted.selected = true;
        const fold = wanted.closest("fieldset details");
        if (fold) fold.open = true;
      }
      if (chosen().some(Boolean)) form.firstElementChild.open = true;
    };

    collect();
    fill();
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(changed));
    form.addEventListener("change", changed);
    addEventListener("popstate", () => { fill(); show(); });
    const first = chosen().some(Boolean) ? show() : Promise.resolve();
    first.then(() => {
      document.documentElement.classList.remove("coop-sifting");
      if (location.search && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
    });
  };

  document.addEventListener("DOMContentLoaded", begin);
})();
