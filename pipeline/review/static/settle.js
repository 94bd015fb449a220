// The page on which codings are settled works by its form; this adds keys and lights.
"use strict";

(() => {
  const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
  const source = document.querySelector("#source");
  const differ = $$("tr.differs[data-row]");
  let current = null;

  function marks(row, side) {
    const id = `${row.dataset.row}.${side}`;
    return $$("#source [data-values]").filter((e) => e.dataset.values.split(" ").includes(id));
  }

  function light(row) {
    $$("#source .lit").forEach((e) => e.classList.remove("lit"));
    const lit = row ? [...marks(row, "one"), ...marks(row, "two")] : [];
    lit.forEach((e) => e.classList.add("lit"));
    return lit[0];
  }

  function choose(row) {
    if (!row) return;
    $$("tr.current").forEach((e) => e.classList.remove("current"));
    current = row;
    row.classList.add("current");
    row.scrollIntoView({ block: "nearest" });
    const mark = light(row);
    if (!mark) return;
    const top = mark.getBoundingClientRect().top - source.getBoundingClientRect().top + source.scrollTop;
    source.scrollTo({ top: Math.max(0, top - source.clientHeight / 3) });
  }

  function step(by) {
    const at = differ.indexOf(current);
    choose(differ[Math.min(differ.length - 1, Math.max(0, at + by))]);
  }

  function take(which) {
    const box = current && current.querySelector(`input[value="${which}"]`);
    if (!box) return;
    box.checked = true;
    const open = differ.slice(differ.indexOf(current) + 1).find((row) => !row.querySelector("input:checked"));
    if (open) choose(open);
  }

  const KEYS = { j: () => step(1), k: () => step(-1), 1: () => take("one"), 2: () => take("two"), 0: () => take("none") };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem("keys") === "off") return;
    if (event.target.matches("input:not([type=radio]), textarea, select")) return;
    const found = $$("[data-key]").find((e) => e.dataset.key === event.key && !e.disabled);
    if (KEYS[event.key]) KEYS[event.key]();
    else if (found) found.click();
    else return;
    event.preventDefault();
  });
  document.addEventListener("mouseover", (event) => light(event.target.closest("tr[data-row]") || current));
  document.addEventListener("change", (event) => choose(event.target.closest("tr.differs")));

  choose(differ.find((row) => !row.querySelector("input:checked")) || differ[0]);
})();
