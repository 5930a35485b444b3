"use strict";
// Sorts, filters and folds what is already there. Everything it writes is text.
(() => {
  const language = document.documentElement.lang;
  const words = document.body.dataset;
  const order = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
  const said = document.getElementById("said");
  const plain = (text) => text.trim().toLocaleLowerCase(language);
  const filled = (template, values) =>
    template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  // Sorting: the report's order, ascending, descending, and back.

  const isAbsent = (cell) => /^[–—-]?$/.test(cell.textContent.trim());

  function keys(rows, column) {
    const cells = rows.map((row) => row.cells[column]);
    const filledIn = cells.filter((cell) => !isAbsent(cell));
    const numbers = filledIn.filter((cell) => cell.dataset.value !== undefined);
    const byNumber = numbers.length * 2 > filledIn.length;
    return new Map(rows.map((row, i) => {
      const { dataset, textContent } = cells[i];
      if (isAbsent(cells[i])) return [row, null];
      if (!byNumber) return [row, textContent.trim()];
      return [row, dataset.value === undefined ? null : Number(dataset.value)];
    }));
  }

  // What has no value stands last in either direction.
  function compared(one, other, sign) {
    if (one === null || other === null) return (one === null) - (other === null);
    return sign * (typeof one === "number" ? one - other : order.compare(one, other));
  }

  function makeSortable(table) {
    const body = table.tBodies[0];
    const given = [...body.rows];
    const heads = [...table.querySelectorAll("thead th")];
    for (const head of heads) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const next = { ascending: "descending", descending: "" };
        const now = head.getAttribute("aria-sort") ?? "";
        const chosen = now in next ? next[now] : "ascending";
        heads.forEach((each) => each.removeAttribute("aria-sort"));
        let rows = given;
        if (chosen) {
          head.setAttribute("aria-sort", chosen);
          const sign = chosen === "ascending" ? 1 : -1;
          const key = keys(given, head.cellIndex);
          rows = [...given].sort((a, b) => compared(key.get(a), key.get(b), sign));
        }
        body.append(...rows);
        said.textContent = chosen
          ? filled(words.sorted, {
            column: button.textContent.trim(),
            order: chosen === "ascending" ? words.up : words.down,
          })
          : words.unsorted;
      });
    }
  }

  // Filtering: every word that was typed must stand in what is shown.

  function makeSearchable(input) {
    const of = document.getElementById(input.dataset.search);
    const all = of.tBodies ? [...of.tBodies[0].rows] : [...of.children];
    const texts = all.map((one) => plain(one.textContent));
    const count = input.parentElement.querySelector(".count");
    input.parentElement.hidden = false;
    input.addEventListener("input", () => {
      const wanted = plain(input.value).split(/\s+/);
      let some = 0;
      all.forEach((one, i) => {
        one.hidden = !wanted.every((word) => texts[i].includes(word));
        some += one.hidden ? 0 : 1;
      });
      count.textContent = some === 0
        ? words.none
        : some === all.length ? "" : filled(words.shown, { some, all: all.length });
    });
  }

  function makeFoldable(button) {
    const cards = document.getElementById(button.getAttribute("aria-controls"));
    button.addEventListener("click", () => {
      for (const card of cards.children) card.open = button.dataset.fold === "open";
    });
  }

  // A frame takes the keyboard's focus only while there is something to scroll, and shows
  // where there is more.
  function frameOnlyWhatScrolls(frame) {
    const names = ["tabindex", "role", "aria-label", "aria-labelledby"];
    const given = names.map((name) => [name, frame.getAttribute(name)]);
    const fade = () => {
      const rest = frame.scrollWidth - frame.clientWidth - frame.scrollLeft;
      frame.classList.toggle("more", rest > 1);
    };
    const watch = new ResizeObserver(() => {
      const scrolls = frame.scrollWidth > frame.clientWidth + 1;
      for (const [name, value] of given) {
        if (scrolls && value !== null) frame.setAttribute(name, value);
        else frame.removeAttribute(name);
      }
      frame.classList.toggle("scrolls", scrolls);
      fade();
    });
    watch.observe(frame);
    watch.observe(frame.firstElementChild);
    frame.addEventListener("scroll", fade, { passive: true });
  }

  // The contents mark the section that is being read.
  function markWhatIsRead() {
    const links = new Map(
      [...document.querySelectorAll(".contents a")].map((link) => [link.hash.slice(1), link]),
    );
    const watch = new IntersectionObserver((seen) => {
      for (const { target, isIntersecting } of seen) {
        const link = links.get(target.id);
        if (isIntersecting) link?.setAttribute("aria-current", "true");
        else link?.removeAttribute("aria-current");
      }
    }, { rootMargin: "-20% 0px -75% 0px" });
    document.querySelectorAll("main > section").forEach((section) => watch.observe(section));
  }

  // On paper nothing can be unfolded.
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("details:not([open])")];
    unfolded.forEach((card) => { card.open = true; });
  });
  addEventListener("afterprint", () => {
    unfolded.forEach((card) => { card.open = false; });
  });

  document.querySelectorAll("table[data-sort]").forEach(makeSortable);
  document.querySelectorAll("[data-search]").forEach(makeSearchable);
  document.querySelectorAll("[data-fold]").forEach(makeFoldable);
  document.querySelectorAll(".scroll").forEach(frameOnlyWhatScrolls);
  markWhatIsRead();
})();
