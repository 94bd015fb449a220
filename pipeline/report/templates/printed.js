// Tables as reports print them, with what was read in each cell.

function printedCell([text, values], shown) {
  const read = new Map();
  for (const [e, r, v] of values) {
    const value = told.events[e].records[r].values[v];
    read.set(`${told.fields[value[0]]}: ${value[1]}`, e);
  }
  return make("td", null, make("strong", null, text), [...read].map(([label, e]) =>
    make("div", { class: shown.has(e) ? null : "faint" }, make("a", { href: `#e${e}` }, label))));
}

function printedTable(printed, shown) {
  const [title] = told.documents[printed.document];
  const rows = printed.rows.map((row) => make("tr", null, row.map((cell) => printedCell(cell, shown))));
  const left = printed.left ? `, ${printed.left} more rows are not shown` : "";
  return table(`${title}, p. ${printed.page}: ${printed.caption}${left}`, [], rows);
}

function drawPrinted(events) {
  const shown = new Set(events.map((event) => event.n));
  const found = told.tables.filter((printed) => printed.rows.some((row) => row.some(([, values]) => values.some(([e]) => shown.has(e)))));
  const place = document.querySelector("#printed div");
  place.replaceChildren(found.length ? "" : make("p", null, "No table is printed in which an event was read."));
  const more = paged(found, 3, (printed) => place.append(printedTable(printed, shown)));
  document.querySelector("#printed footer").replaceChildren(more);
}
