// Events counted by two things that are told of them, and apart by a third.

const PATTERNS = [
  ["targets.category", "weapons.category", "outcome"],
  ["year", "targets.category", ""],
  ["groups", "groups.link", ""],
];
const MOST = 200;
const PARTS_OF = 12;
let patterned = [];

function cross(title, events, down, across) {
  const rows = count(events, (event) => terms(event, down));
  const columns = [...count(events, (event) => (terms(event, down).length ? terms(event, across) : [])).keys()].sort((a, b) => a - b);
  const cell = (name, held) => make("td", null, held.length ? make("a", opens(name, held), `${held.length}`) : "");
  const body = [...rows].sort((a, b) => a[0] - b[0]).slice(0, MOST).map(([row, held]) => {
    const own = count(held, (event) => terms(event, across));
    const name = said(down, row);
    return make("tr", null, make("th", { scope: "row" }, name),
      columns.map((column) => cell(`${name}, ${said(across, column)}`, own.get(column) ?? [])), cell(name, held));
  });
  const label = `${title}${facets.get(down).label} by ${facets.get(across).label}${rows.size > MOST ? `, the first ${MOST} of ${rows.size}` : ""}`;
  return table(label, [facets.get(down).label, ...columns.map((column) => said(across, column)), "All"], body);
}

function pattern([down, across, apart]) {
  const parts = apart ? [...count(patterned, (event) => terms(event, apart))] : [];
  if (!parts.length) return [cross("", patterned, down, across)];
  return parts.sort((a, b) => a[0] - b[0]).slice(0, PARTS_OF)
    .map(([term, events]) => cross(`${said(apart, term)}: `, events, down, across));
}

function choose(chosen, n, drawn) {
  const label = ["Rows", "Columns", "Apart by"][n];
  const options = [...facets.values()].map((facet) => make("option", { value: facet.name, selected: facet.name === chosen[n] }, facet.label));
  const select = make("select", { change: () => { chosen[n] = select.value; drawn(); } },
    n === 2 ? make("option", { value: "", selected: chosen[2] === "" }, "nothing") : null, options);
  return make("label", null, `${label} `, select);
}

function drawPatterns(events) {
  patterned = events;
  document.querySelector("#patterns div").replaceChildren(...PATTERNS.map((chosen) => {
    const place = make("div");
    const drawn = () => place.replaceChildren(...pattern(chosen));
    drawn();
    return make("div", null, make("p", { class: "choices" }, [0, 1, 2].map((n) => choose(chosen, n, drawn))), place);
  }));
}
