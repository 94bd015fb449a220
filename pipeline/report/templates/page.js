// What was read, and which of it is chosen.

const told = JSON.parse(document.getElementById("told").textContent);
const facets = new Map(told.facets.map((facet, n) => [facet.name, { ...facet, n }]));
const KINDS = ["attack", "plot", "arrest"];
const FIELD = new Map(told.columns.map(([field, name], n) => [name, { field, cell: n + 1 }]));
told.events.forEach((event, n) => { event.n = n; });

// The numbers of an event's terms, and a term in words and as it is coded.
const terms = (event, name) => event.facets[facets.get(name).n];
const said = (name, term) => facets.get(name).terms[term][0];
const codes = (event, name) => terms(event, name).map((term) => facets.get(name).terms[term][1]);

for (const event of told.events) event.kind = codes(event, "incident_type")[0] ?? "";

function kind(events) {
  const [first] = events;
  return events.every((event) => event.kind === first.kind) ? first.kind : "several";
}

function killed(events) {
  return events.reduce((sum, event) => sum + (event.tolls[0] ?? 0), 0);
}

function summary(events) {
  const dead = killed(events);
  return plural(events.length, "event") + (dead ? `, ${number(dead)} killed` : "");
}

// All that can be searched of an event; made when it is first searched.
function words(event) {
  if (event.words === undefined) {
    const parts = [event.title, ...event.cells];
    for (const record of event.records) {
      parts.push(record.id, ...told.documents[record.document]);
      for (const [, text, quotes] of record.values) {
        parts.push(text, ...quotes.map(([quote]) => told.strings[quote]));
      }
    }
    event.words = [...new Set(parts)].join("\n").toLowerCase();
  }
  return event.words;
}

function chosen(form) {
  const wanted = [...form.querySelectorAll("select")].filter((s) => s.value !== "");
  const looked = form.elements.words.value.trim().toLowerCase();
  return told.events.filter((event) =>
    wanted.every((select) => terms(event, select.name).includes(Number(select.value)))
    && (!looked || words(event).includes(looked)));
}

function choices(form) {
  const labels = told.facets.filter((facet) => facet.terms.length).map((facet) => {
    const { n } = facets.get(facet.name);
    const counted = new Array(facet.terms.length).fill(0);
    for (const event of told.events) for (const term of event.facets[n]) counted[term] += 1;
    const options = facet.terms.map(([text], term) =>
      make("option", { value: term }, `${text} (${counted[term]})`));
    return make("label", null, facet.label, make("select", { name: facet.name },
      make("option", { value: "" }, "all"), options));
  });
  form.prepend(...labels);
}
