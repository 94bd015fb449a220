// The table of events; those told by several reports with these beneath.

const SORTS = { killed: (e) => -(e.tolls[0] ?? -1), injured: (e) => -(e.tolls[1] ?? -1), reports: (e) => -e.records.length };
let sorted = "date";
let rowed = [];

function eventRows(event) {
  const differs = (field) => (event.disagree.includes(field) ? "differs" : null);
  const date = make("th", { scope: "row", class: differs(told.fields.indexOf("Date")) },
    make("a", { href: `#e${event.n}` }, event.cells[0] || "no date"));
  const cells = told.columns.map(([field], n) => make("td", { class: differs(field) }, event.cells[n + 1]));
  const reports = make("td", null, event.reports || source(event.records[0]).title);
  const rows = [make("tr", null, date, cells, reports)];
  if (event.reports) {
    for (const record of event.records) {
      rows.push(make("tr", { class: "under" }, record.cells.map((cell) => make("td", null, cell)), make("td", null, source(record).title)));
    }
  }
  return make("tbody", null, rows);
}

function head(name, label) {
  if (name !== "date" && !(name in SORTS)) return make("th", { scope: "col" }, label);
  const sort = () => { sorted = name; drawTable(rowed); };
  const now = sorted === name ? (name === "date" ? "ascending" : "descending") : null;
  return make("th", { scope: "col", "aria-sort": now }, make("button", { type: "button", click: sort }, label, now ? (name === "date" ? " ▲" : " ▼") : ""));
}

function drawTable(events) {
  rowed = events;
  const order = sorted === "date" ? events : [...events].sort((a, b) => SORTS[sorted](a) - SORTS[sorted](b));
  const heads = [head("date", "Date"), ...told.columns.map(([field, name]) => head(name, told.fields[field])), head("reports", "Reports")];
  const rows = make("table", null, make("thead", null, make("tr", null, heads)));
  const more = paged(order, 100, (event) => rows.append(eventRows(event)));
  document.querySelector("#table div").replaceChildren(rows);
  document.querySelector("#table footer").replaceChildren(more);
}
