// What people who work together see beside the desk.
"use strict";

(() => {
  const $$ = (selector) => [...document.querySelectorAll(selector)];

  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-all]")) return;
    for (const box of $$("input[type=checkbox][name]")) box.checked = event.target.checked;
  });
})();
