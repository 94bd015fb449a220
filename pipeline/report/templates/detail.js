// One event with the words that it was read from, or a list of events, over the page.

const detail = document.getElementById("detail");
let listed = null;

function quote([string, start, end, page, why]) {
  const text = told.strings[string];
  const own = end > start ? make("b", null, text.slice(start, end)) : null;
  const after = own ? text.slice(end) : "";
  return make("p", null,
    make("q", { dir: "auto" }, own ? text.slice(0, start) : text, own, after), " ",
    make("small", null, `p. ${page ?? "?"}${why ? `; ${why}` : ""}`));
}

function others(value) {
  return value[3].map(([text, quotes]) => make("p", null,
    make("small", null, `or ${text} `, quotes.map(([string]) => make("q", { dir: "auto" }, told.strings[string])))));
}

function source(record) {
  const [title, publisher, published] = told.documents[record.document];
  return { title, told: [publisher, published, record.id, record.reviewed ? "reviewed" : ""].filter(Boolean).join(" · ") };
}

function recordView(record) {
  const { title, told: from } = source(record);
  const rows = record.values.map((value) => make("tr", null,
    make("th", { scope: "row" }, told.fields[value[0]]),
    make("td", null, value[1], value[4] ? make("small", null, ` ${value[4]}`) : null, others(value)),
    make("td", null, value[2].length ? value[2].map(quote) : make("small", null, "no quote of its own"))));
  return make("article", null, make("h3", null, title), make("p", null, make("small", null, from)),
    table(`Values of ${record.id}`, ["Field", "Value", "Read from"], rows));
}

function show(title, ...parts) {
  const back = listed ? make("button", { type: "button", click: () => list(...listed) }, "Back to the list") : null;
  const close = make("button", { type: "button", click: () => detail.close() }, "Close");
  detail.replaceChildren(make("header", null, make("h2", { id: "said" }, title), back, close), ...parts);
  if (!detail.open) detail.showModal();
  detail.scrollTop = 0;
}

function openEvent(event) {
  show(event.title,
    make("p", null, event.reports || source(event.records[0]).title,
      event.disagree.length ? "; " : "",
      event.disagree.length
        ? make("span", { class: "differs" }, `reports differ on ${event.disagree.map((f) => told.fields[f]).join(", ")}`)
        : null),
    event.differ.length ? conflictView(event) : "",
    ...event.records.map(recordView));
}

function list(title, events) {
  listed = [title, events];
  const back = listed;
  listed = null;
  const rows = make("ul");
  const more = paged(events, 200, (event) => {
    const link = make("a", { href: `#e${event.n}`, click: () => { listed = back; } }, event.title);
    rows.append(make("li", null, link, event.cells[FIELD.get("killed").cell] ? ` · ${event.cells[FIELD.get("killed").cell]} killed` : ""));
  });
  show(`${title}: ${summary(events)}`, rows, more);
}

// What opens one event, or the list of several.
function opens(title, events) {
  if (events.length === 1) return { href: `#e${events[0].n}` };
  return { href: "#", click: (clicked) => { clicked.preventDefault(); list(title, events); } };
}

function openNamed() {
  const event = told.events[/^#e(\d+)$/.exec(location.hash)?.[1]];
  if (event) openEvent(event);
}

detail.addEventListener("close", () => {
  listed = null;
  history.replaceState(null, "", "#");
});
addEventListener("hashchange", openNamed);
