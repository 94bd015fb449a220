// Draws all parts of what is chosen, and again whenever that changes.

const form = document.getElementById("filter");
const PARTS = [drawMap, drawTimeline, drawPatterns, drawTable, drawCountries, drawConflicts, drawPrinted];

function apply() {
  const events = chosen(form);
  for (const part of PARTS) part(events);
  form.querySelector("output").value = `${number(events.length)} of ${plural(told.events.length, "event")}`;
}

let waiting;
choices(form);
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(apply, 150);
});
form.addEventListener("reset", () => setTimeout(apply));
form.addEventListener("submit", (submitted) => submitted.preventDefault());
startMap();
document.querySelector("main").hidden = false;
apply();
openNamed();
