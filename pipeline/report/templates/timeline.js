// The timeline: events by kind, the killed, and countries, of as many years as there are.

const WIDE = 1200;
const LEFT = 130;
const LANES = 12;
const BARS = 130;
const DEAD = 70;
const LANE = 22;

// The length of a column, in months, by which no more than some hundred are needed.
function columnsOf(days) {
  const first = Number(days[0].slice(0, 4));
  const last = Number(days.at(-1).slice(0, 4));
  const years = last - first + 1;
  const months = years <= 6 ? 1 : years <= 100 ? 12 : years <= 1000 ? 120 : 1200;
  const begin = months > 12 ? Math.floor(first / (months / 12)) * (months / 12) : first;
  const many = Math.ceil(((last + 1 - begin) * 12) / months);
  const of = (day) => Math.floor(((Number(day.slice(0, 4)) - begin) * 12 + Number(day.slice(5, 7)) - 1) / months);
  const name = (n) => {
    const year = begin + Math.floor((n * months) / 12);
    if (months === 12) return `${year}`;
    return months === 1 ? `${year}-${String((n % 12) + 1).padStart(2, "0")}` : `${year} to ${year + months / 12 - 1}`;
  };
  return { many, of, name, months, begin, wide: (WIDE - LEFT) / many };
}

function link(title, events, ...drawn) {
  const label = `${title}: ${summary(events)}`;
  return draw("a", { ...opens(title, events), "aria-label": label }, draw("title", null, label), drawn);
}

function bars(dated, columns) {
  const heaps = count(dated, (event) => [columns.of(event.days[0])]);
  const most = Math.max(...[...heaps.values()].map((heap) => heap.length));
  const drawn = [];
  for (const [n, heap] of heaps) {
    let foot = BARS;
    for (const name of [...KINDS, "several"]) {
      const own = heap.filter((event) => (KINDS.includes(event.kind) ? event.kind : "several") === name);
      if (!own.length) continue;
      const height = (own.length / most) * (BARS - 14);
      foot -= height;
      drawn.push(link(`${columns.name(n)}, ${name}`, own, draw("rect", {
        class: name, x: LEFT + n * columns.wide + 0.5, y: foot, width: Math.max(1, Math.min(28, columns.wide - 1)), height,
      })));
    }
  }
  return [scale(10, `${most}`), scale(BARS, "events"), ...drawn];
}

function dead(dated, columns, top) {
  const heaps = [...count(dated, (event) => (event.tolls[0] ? [columns.of(event.days[0])] : []))];
  const most = Math.max(1, ...heaps.map(([, heap]) => killed(heap)));
  return [scale(top + 10, number(most)), scale(top + DEAD, "killed"), ...heaps.map(([n, heap]) => {
    const height = Math.max(1.5, Math.sqrt(killed(heap) / most) * (DEAD - 12));
    return link(`${columns.name(n)}, killed`, heap, draw("rect", {
      class: "toll", x: LEFT + n * columns.wide + 0.5, y: top + DEAD - height,
      width: Math.max(1, Math.min(28, columns.wide - 1)), height,
    }));
  })];
}

const scale = (y, text) => draw("text", { x: LEFT - 8, y, "text-anchor": "end" }, text);

function lanes(dated, columns, top) {
  const found = [...count(dated, (event) => terms(event, "countries"))].sort((a, b) => b[1].length - a[1].length);
  const drawn = found.slice(0, LANES).flatMap(([term, events], n) => {
    const y = top + n * LANE + LANE / 2;
    const held = count(events, (event) => [columns.of(event.days[0])]);
    const name = said("countries", term);
    return [
      scale(y + 4, name.length > 18 ? `${name.slice(0, 17)}…` : name),
      draw("path", { class: "lane", d: `M${LEFT} ${y}h${WIDE - LEFT}` }),
      ...[...held].map(([column, heap]) => link(`${name}, ${columns.name(column)}`, heap,
        shape(kind(heap), LEFT + (column + 0.5) * columns.wide, y, Math.min(9, 3 + Math.sqrt(heap.length))))),
    ];
  });
  const left = found.length - LANES;
  const more = left > 0 ? [draw("text", { x: LEFT, y: top + LANES * LANE + 14 }, `${left} more countries: choose one above, or see Countries.`)] : [];
  return { drawn: [...drawn, ...more], height: Math.min(LANES, found.length) * LANE + (more.length ? 20 : 0) };
}

function axis(columns, y, height) {
  const years = (columns.many * columns.months) / 12;
  const each = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((n) => years / n <= 14) ?? 2000;
  const drawn = [];
  for (let year = Math.ceil(columns.begin / each) * each; year < columns.begin + years; year += each) {
    const x = LEFT + ((year - columns.begin) * 12 * columns.wide) / columns.months;
    drawn.push(draw("path", { class: "tick", d: `M${x} 0v${height}` }), draw("text", { x: x + 3, y }, `${year}`));
  }
  return drawn;
}

function drawTimeline(events) {
  const place = document.querySelector("#timeline div");
  const dated = events.filter((event) => event.days);
  document.querySelector("#timeline output").value = `${plural(events.length - dated.length, "event")} without a date.`;
  if (!dated.length) return place.replaceChildren(make("p", null, "No event has a date."));
  const columns = columnsOf(dated.map((event) => event.days[0]).sort());
  const top = BARS + DEAD + 36;
  const { drawn, height } = lanes(dated, columns, top);
  const high = top + height + 6;
  return place.replaceChildren(draw("svg", { viewBox: `0 0 ${WIDE} ${high}`, role: "group", "aria-label": "Events, killed and countries by date" },
    axis(columns, BARS + DEAD + 26, high), bars(dated, columns), dead(dated, columns, BARS + 8), drawn));
}
