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

  /** Sends the home page's query to the search panel. */
  const openSearch = (form) => {
    form.addEventListener("submit", (event) => {
      const panel = document.querySelector("[data-md-component=search-query]");
      const toggle = document.getElementById("__search");
      if (!panel || !toggle) return;
      event.preventDefault();
      if (!toggle.checked) toggle.click();
      panel.value = form.elements.q.value;
      panel.focus();
      panel.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    });
  };

  /** Says above the results what the worker says of them; from a disk, that there are none. */
  const tellResults = (box) => {
    const said = box.querySelector(".md-search-result__meta");
    const list = box.querySelector(".md-search-result__list");
    if (location.protocol === "file:") {
      box.hidden = false;
      said.textContent = box.dataset.coopFromDisk;
      return;
    }
    const query = box.querySelector("[data-md-component=search-query]");
    // Material hears keys only, not what is pasted, dictated or put together by an input method
    query.addEventListener("input", () => query.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })));
    new MutationObserver(() => {
      const line = list.querySelector(".coop-say");
      if (line && said.textContent !== line.textContent) said.textContent = line.textContent;
    }).observe(list, { childList: true });
  };

  document.querySelectorAll(".md-header__button[for='__drawer'], .md-header__button[for='__search']").forEach(openByKey);
  document.querySelectorAll("[data-md-component=search]").forEach(tellResults);
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

  document.querySelectorAll("[data-coop-copy]").forEach(offerCopy);
  document.querySelectorAll(".coop-lane").forEach(walkLane);
  document.querySelectorAll("form[data-coop-overlay]").forEach(openSearch);
})();
