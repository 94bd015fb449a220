// A country's chronology, and its arrests by nationality.

let visited = null;

function chronology(name, events) {
  const cell = (event, field) => event.cells[FIELD.get(field).cell];
  const nationalities = (event) => terms(event, "suspects.nationalities").map((t) => said("suspects.nationalities", t)).join(", ");
  const body = [];
  const fields = ["places", "incident_type", "outcome", "targets", "groups", "killed", "injured"];
  const more = paged(events, 100, (event) => body.push(make("tr", null,
    make("th", { scope: "row" }, make("a", { href: `#e${event.n}` }, event.cells[0] || "no date")),
    fields.map((field) => make("td", null, cell(event, field))),
    make("td", null, event.suspects === null ? "" : `${event.suspects}`),
    make("td", null, nationalities(event)))));
  const heads = ["Date", ...fields.map((field) => told.fields[FIELD.get(field).field]), "Suspects", "Nationality"];
  const drawn = table(`${name}: ${summary(events)}`, heads, body.splice(0));
  more.addEventListener("click", () => drawn.querySelector("tbody").append(...body.splice(0)));
  return [drawn, more];
}

// An arrest of people of several nationalities counts under each.
function sweeps(name, events) {
  const arrests = events.filter((event) => event.kind === "arrest");
  if (!arrests.length) return [];
  const found = count(arrests, (event) => {
    const held = terms(event, "suspects.nationalities");
    return held.length ? held : [-1];
  });
  const rows = [...found].sort((a, b) => b[1].length - a[1].length).map(([term, held]) => {
    const label = term < 0 ? "not told" : said("suspects.nationalities", term);
    const counted = held.filter((event) => event.suspects !== null);
    return make("tr", null, make("th", { scope: "row" }, label),
      make("td", null, make("a", opens(`${name}, arrests, ${label}`, held), `${held.length}`)),
      make("td", null, `${counted.reduce((sum, event) => sum + event.suspects, 0)}`),
      make("td", null, `${held.length - counted.length}`));
  });
  return [table(`${name}: arrests by nationality`, ["Nationality", "Arrests", "Suspects told (at least)", "Arrests without a number"], rows)];
}

function drawCountries(events) {
  const found = [...count(events, (event) => terms(event, "countries"))].sort((a, b) => b[1].length - a[1].length);
  const place = document.querySelector("#countries div");
  if (!found.length) return place.replaceChildren(make("p", null, "No event has a country."));
  if (!found.some(([term]) => term === visited)) visited = found[0][0];
  const select = make("select", { change: () => { visited = Number(select.value); drawCountries(events); } },
    found.map(([term, held]) => make("option", { value: term, selected: term === visited }, `${said("countries", term)} (${held.length})`)));
  const name = said("countries", visited);
  const [, own] = found.find(([term]) => term === visited);
  const focused = place.contains(document.activeElement);
  place.replaceChildren(make("p", null, make("label", null, "Country ", select)), ...sweeps(name, own), ...chronology(name, own));
  return focused && select.focus();
}
