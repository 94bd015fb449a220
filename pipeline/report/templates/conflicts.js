// Fields in which the reports of an event differ, side by side.

function conflictCell(event, field, against, record, r) {
  const held = record.values.map((value, v) => [value, v]).filter(([value]) => value[0] === field);
  const lit = held.some(([, v]) => against.some(([a, b]) => a === r && b === v));
  const parts = held.map(([value, v]) => make("div", null, make("strong", null, value[1]),
    against.some(([a, b]) => a === r && b === v) ? make("small", null, " contradicts") : null,
    others(value), value[2].map(quote)));
  return make("td", { class: lit ? "differs" : null }, parts.length ? parts : make("small", null, "does not say"));
}

function conflictView(event) {
  const rows = event.differ.map(([field, best, rule, against]) => make("tr", null,
    make("th", { scope: "row" }, told.fields[field]),
    make("td", null, make("strong", null, best), make("br"), make("small", null, rule)),
    event.records.map((record, r) => conflictCell(event, field, against, record, r))));
  return table(`${event.title}${event.reports ? `: ${event.reports}` : ""}`,
    ["Field", "To use", ...event.records.map((record) => source(record).title)], rows);
}

function drawConflicts(events) {
  const found = events.filter((event) => event.differ.length);
  const place = document.querySelector("#conflicts div");
  place.replaceChildren(found.length ? "" : make("p", null, "No two sources differ on an event."));
  const more = paged(found, 20, (event) => place.append(
    make("div", { class: "conflict" }, conflictView(event), make("a", { href: `#e${event.n}` }, `All of ${event.title}`))));
  document.querySelector("#conflicts footer").replaceChildren(more);
}
