/* Comforts only: every page reads and works without this file. */
(() => {
  "use strict";

  /** Lets the keyboard reach controls that are labels of hidden check boxes. */
  const openByKey = (label) => {
    label.tabIndex = 0;
    label.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      label.click();
    });
  };

  /** Arrow keys walk the marks of a lane; up leads back to its name. */
  const walkLane = (lane) => {
    const name = lane.querySelector(".coop-lane__name a");
    const plot = lane.querySelector(".coop-lane__plot");
    const marks = plot ? [...plot.querySelectorAll("a")] : [];
    if (!name || !marks.length) return;
    const position = (mark) => parseFloat(mark.querySelector("use").getAttribute("x"));
    marks.sort((a, b) => position(a) - position(b));
    lane.addEventListener("keydown", (event) => {
      const at = marks.indexOf(document.activeElement);
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (event.key === "ArrowUp" || event.key === "Escape") {
        if (at < 0) return;
        name.focus();
      } else if (step) {
        const next = at < 0 ? (step > 0 ? 0 : marks.length - 1) : at + step;
        if (!marks[next]) return;
        plot.removeAttribute("aria-hidden");
        marks[next].focus();
      } else {
        return;
      }
      event.preventDefault();
    });
  };

  /** Tells beside a mark, at once and to the keyboard too, what its title says. */
  const tellMarks = (plot) => {
    const told = document.createElement("div");
    told.className = "coop-readout";
    told.setAttribute("aria-hidden", "true");
    const tell = ({ target }) => {
      const mark = target.closest("a, g, rect");
      const title = mark?.querySelector("title");
      if (title) {
        mark.setAttribute("aria-label", title.textContent);
        title.remove(); // else the browser would tell it a second time
      }
      const text = mark?.getAttribute("aria-label");
      if (!text) return;
      const lane = plot.parentElement.getBoundingClientRect(), at = mark.getBoundingClientRect();
      told.textContent = text;
      plot.parentElement.append(told);
      const middle = (at.left + at.right - told.offsetWidth) / 2 - lane.left;
      told.style.left = `${Math.max(0, Math.min(middle, lane.width - told.offsetWidth))}px`;
      told.style.top = `${at.bottom - lane.top + 3}px`;
    };
    plot.addEventListener("mouseover", tell);
    plot.addEventListener("mouseout", () => told.remove());
    // not on the drawing itself: one that listens for the focus is a stop of the Tab key
    plot.parentElement.addEventListener("focusin", (event) => plot.contains(event.target) && tell(event));
    plot.parentElement.addEventListener("focusout", () => told.remove());
    plot.parentElement.addEventListener("keydown", ({ key }) => key === "Escape" && told.remove());
  };

  const READY = 1, QUERY = 2, RESULT = 3; // messages between the theme's search box and its worker
  const EagerWorker = window.Worker;
  const boxes = document.querySelectorAll("[data-md-component=search]");
  let hasFailed = false; // the last question, for want of the worker, its index or the theme's script

  /** The search worker, which the theme starts with the page, not fetched before the first question. */
  class LateWorker extends EventTarget {
    constructor(address) {
      super();
      this.address = address;
      if (location.protocol !== "file:") this.tell({ type: READY }); // from a disk it never is
    }

    tell(data) {
      setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data })));
    }

    begin() {
      const worker = new EagerWorker(this.address);
      const answer = (data) => {
        hasFailed = Boolean(data.data?.failed);
        this.dispatchEvent(new MessageEvent("message", { data }));
      };
      worker.addEventListener("message", ({ data }) => answer(data));
      worker.addEventListener("error", () => {
        this.worker = undefined; // the next question tries again
        answer({ type: this.asked + 1, data: { items: [], failed: true } });
      });
      return worker;
    }

    postMessage(message) {
      const isEmpty = message.type === QUERY && !message.data.trim();
      this.asked = message.type; // the type of its answer is one more
      if (isEmpty && !this.worker) this.tell({ type: RESULT, data: { items: [] } });
      else (this.worker ??= this.begin()).postMessage(message);
    }
  }
  window.Worker = LateWorker; // the site has no other worker

  const query = document.querySelector("[data-md-component=search-query]");
  const toggle = document.getElementById("__search");
  const waiting = document.querySelector("template[data-coop-search]");
  let theme;

  const tellFailure = (box) => {
    const said = box.querySelector(".md-search-result__meta");
    if (said.textContent !== box.dataset.coopFailed) said.textContent = box.dataset.coopFailed;
  };

  /** Asks for words, as of an empty box: to the theme, blanks are a query that finds nothing. */
  const tellBlank = (said) => {
    const { translations } = JSON.parse(document.getElementById("__config").textContent);
    const words = translations["search.result.placeholder"];
    if (said.textContent !== words) said.textContent = words;
  };

  /** The theme's script, which search alone needs: fetched once, when search is about to be used. */
  const fetchTheme = () => {
    theme ??= new Promise((resolve) => {
      if (!waiting) return resolve();
      const script = document.createElement("script");
      const asked = location.href;
      const stripped = new URL(asked);
      stripped.searchParams.delete("q"); // else the theme would take it for a query of its own
      script.src = waiting.dataset.coopSearch;
      script.addEventListener("load", () => {
        if (location.href === stripped.href) history.replaceState(history.state, "", asked);
        resolve();
      });
      script.addEventListener("error", () => {
        history.replaceState(history.state, "", asked);
        theme = undefined; // the next turn to search tries again
        script.remove();
        boxes.forEach(tellFailure);
        resolve();
      });
      history.replaceState(history.state, "", stripped);
      document.body.append(script);
    });
    return theme;
  };

  /** Fetches the theme's script as soon as a reader turns to search. */
  const awaitSearch = (box) => {
    for (const part of [box, ...document.querySelectorAll("label[for='__search']")]) {
      for (const sign of ["pointerover", "focusin", "click"]) part.addEventListener(sign, fetchTheme);
    }
    toggle.addEventListener("change", () => { if (toggle.checked) fetchTheme().then(() => query.focus()); });
  };

  /** Sends the home page's query to the search panel. */
  const openSearch = (form) => {
    form.addEventListener("submit", (event) => {
      if (!query || !toggle) return;
      event.preventDefault();
      query.value = form.elements.q.value;
      fetchTheme().then(() => {
        if (!toggle.checked) toggle.click();
        query.focus();
        query.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
      });
    });
  };

  /** Changes the colours, keeps the choice, and follows the system as long as there is none. */
  const switchColours = (button) => {
    button.addEventListener("click", () => {
      const scheme = button.dataset.coopScheme;
      document.body.dataset.mdColorScheme = scheme;
      try { localStorage.setItem("coop.scheme", scheme); } catch { /* a browser may forbid it: then it holds for this page */ }
      document.querySelector(`.coop-scheme:not([data-coop-scheme=${scheme}])`).focus();
    });
  };

  /** Says above the results what the worker says of them, or that it cannot be asked. */
  const tellResults = (box) => {
    const said = box.querySelector(".md-search-result__meta");
    const list = box.querySelector(".md-search-result__list");
    if (location.protocol === "file:") {
      box.hidden = false;
      said.textContent = box.dataset.coopFromDisk;
      return;
    }
    // Material hears keys only, not what is pasted, dictated or put together by an input method
    query.addEventListener("input", () => fetchTheme().then(() => query.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))));
    const observer = new MutationObserver(() => {
      const line = list.querySelector(".coop-say");
      const isBlank = query.value && !query.value.trim();
      if (isBlank) tellBlank(said);
      else if (hasFailed) tellFailure(box);
      else if (line && said.textContent !== line.textContent) said.textContent = line.textContent;
    });
    for (const part of [list, said]) observer.observe(part, { childList: true });
  };

  /** Puts a button beside each citation that copies its text. */
  const offerCopy = (box) => {
    if (!navigator.clipboard) return;
    box.querySelectorAll("dd").forEach((place) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = box.dataset.coopCopy;
      button.setAttribute("aria-live", "polite");
      button.addEventListener("click", () => {
        navigator.clipboard.writeText(place.firstElementChild.textContent).then(() => {
          button.textContent = box.dataset.coopCopied;
          setTimeout(() => { button.textContent = box.dataset.coopCopy; }, 2000);
        });
      });
      place.append(button);
    });
  };

  /** Opens the fold that holds what the address points at, where the browser has not done so. */
  const openFold = () => {
    const wanted = document.querySelector(":target");
    const fold = wanted?.closest("details:not([open])");
    if (!fold) return;
    fold.open = true;
    wanted.scrollIntoView();
  };
  addEventListener("hashchange", openFold);
  openFold();

  /** Another language shows the same place of the page, and what was asked for and filtered. */
  const keepPlace = (link) => {
    const follow = () => Object.assign(link, { search: location.search, hash: location.hash });
    for (const kind of ["click", "auxclick", "contextmenu"]) link.addEventListener(kind, follow);
  };

  // The theme listens for single letters anywhere: someone who dictates would set them off (WCAG 2.1.4)
  addEventListener("keydown", (event) => {
    if (event.key.length === 1 && !toggle?.checked) event.stopImmediatePropagation();
  }, true);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ({ matches }) => {
    let kept = null;
    try { kept = localStorage.getItem("coop.scheme"); } catch { /* nothing can be kept here */ }
    if (!kept) document.body.dataset.mdColorScheme = matches ? "slate" : "default";
  });
  document.querySelectorAll(".md-header__button[for='__drawer'], .md-header__button[for='__search']").forEach(openByKey);
  document.querySelectorAll(".coop-langs a").forEach(keepPlace);
  boxes.forEach(tellResults);
  boxes.forEach(awaitSearch);
  document.querySelectorAll(".coop-scheme").forEach(switchColours);
  document.querySelectorAll("[data-coop-copy]").forEach(offerCopy);
  document.querySelectorAll(".coop-lane").forEach(walkLane);
  document.querySelectorAll(".coop-lane__plot").forEach(tellMarks);
  document.querySelectorAll("form[data-coop-overlay]").forEach(openSearch);
})();
