"use strict";
// Shows the events that have every chosen term, and the words looked for.
(() => {
  const form = document.getElementById("filter");
  const said = form.querySelector("output");
  const events = new Map();
  for (const row of document.querySelectorAll("#table tbody[data-event]")) {
    const section = document.getElementById(row.dataset.event);
    events.set(row.dataset.event, {
      tags: new Set(row.dataset.tags.split(" ")),
      parts: [row, section],
      words: () => (row.textContent + section.textContent).toLowerCase(),
    });
  }
  for (const mark of document.querySelectorAll("#timeline a")) {
    events.get(mark.getAttribute("href").slice(1))?.parts.push(mark);
  }
  for (const conflict of document.querySelectorAll("#conflicts [data-event]")) {
    events.get(conflict.dataset.event)?.parts.push(conflict);
  }
  const spots = [...document.querySelectorAll("#map a[data-events]")];

  function fits(event, chosen, words) {
    if (!chosen.every((tag) => event.tags.has(tag))) return false;
    if (!words) return true;
    event.text ??= event.words();
    return event.text.includes(words);
  }

  function apply() {
    const chosen = [...form.querySelectorAll("select")].map((s) => s.value).filter(Boolean);
    const words = form.elements.words.value.trim().toLowerCase();
    const shown = new Set();
    for (const [anchor, event] of events) {
      const fit = fits(event, chosen, words);
      if (fit) shown.add(anchor);
      for (const part of event.parts) part.classList.toggle("off", !fit);
    }
    for (const spot of spots) {
      const some = spot.dataset.events.split(" ").some((a) => shown.has(a));
      spot.classList.toggle("off", !some);
    }
    said.value = `${shown.size} of ${events.size} events`;
  }

  let waiting;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 150);
  });
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (e) => e.preventDefault());
  form.hidden = false;
  apply();
})();
