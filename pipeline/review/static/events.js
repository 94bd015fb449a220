// The pages of events work by links and forms; this adds keys.
"use strict";

const $$ = (selector) => [...document.querySelectorAll(selector)];

function quotes() {
  const claims = $$("details.claim");
  const open = !claims.every((claim) => claim.open);
  for (const claim of claims) claim.open = open;
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-quotes]")) quotes();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem("keys") === "off") return;
  if (event.target.matches("input:not([type=checkbox]), textarea, select")) return;
  const found = $$("[data-key]").find((e) => e.dataset.key === event.key && !e.disabled);
  if (!found) return;
  event.preventDefault();
  found.click();
});
