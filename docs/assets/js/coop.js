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

  document.querySelectorAll(".md-header__button[for='__drawer'], .md-header__button[for='__search']").forEach(openByKey);
  document.querySelectorAll(".coop-lane").forEach(walkLane);
  document.querySelectorAll("form[data-coop-overlay]").forEach(openSearch);
})();
