// The map: what is known to a place as a mark, what is known to a country as its area.

const WORLD = { x: -1700, y: -850, w: 3600, h: 1430 };
const board = document.querySelector("#map svg");
const land = draw("g");
const marks = draw("g");
let view = WORLD;
let mapped = [];

const SHAPES = {
  attack: (x, y, r) => draw("circle", { cx: x, cy: y, r }),
  plot: (x, y, r) => draw("path", { d: `M${x} ${y - 1.2 * r}l${1.15 * r} ${2 * r}h${-2.3 * r}z` }),
  arrest: (x, y, r) => draw("path", { d: `M${x - 0.9 * r} ${y - 0.9 * r}h${1.8 * r}v${1.8 * r}h${-1.8 * r}z` }),
  several: (x, y, r) => draw("path", { d: `M${x} ${y - 1.3 * r}l${1.3 * r} ${1.3 * r}l${-1.3 * r} ${1.3 * r}l${-1.3 * r} ${-1.3 * r}z` }),
};

function shape(name, x, y, r) {
  const known = KINDS.includes(name) ? name : "several";
  const drawn = SHAPES[known](x, y, r);
  drawn.setAttribute("class", `mark ${known}`);
  return drawn;
}

// Places that would lie on each other as one spot, by a grid as fine as is looked at.
function spots(events, pixel) {
  const cell = 18 * pixel;
  const held = new Map();
  for (const event of events) {
    const [, lat, lon] = event.point;
    const key = `${Math.floor((lon * 10) / cell)} ${Math.floor((-lat * 10) / cell)}`;
    if (!held.has(key)) held.set(key, []);
    held.get(key).push(event);
  }
  const middle = (events, n, sign) => (sign * 10 * events.reduce((sum, e) => sum + e.point[n], 0)) / events.length;
  return [...held.values()]
    .map((events) => ({ events, x: middle(events, 2, 1), y: middle(events, 1, -1) }))
    .sort((a, b) => b.events.length - a.events.length);
}

function spotMark({ events, x, y }, pixel) {
  const names = [...new Set(events.map((event) => event.point[0]))];
  const title = names[0] + (names.length > 1 ? ` and ${plural(names.length - 1, "more place")}` : "");
  const r = Math.min(22, 4 + 2.4 * Math.sqrt(events.length)) * pixel;
  const text = events.length > 1 && r > 8 * pixel
    ? draw("text", { x, y: y + 3.5 * pixel, "font-size": 10 * pixel, class: "count" }, `${events.length}`) : null;
  return draw("a", { ...opens(title, events), "aria-label": `${title}: ${summary(events)}` },
    draw("title", null, `${title}: ${summary(events)}`), shape(kind(events), x, y, r), text);
}

// Countries of which events are told that have no place in them.
function areas(events, pixel) {
  const found = count(events, (event) => codes(event, "countries"));
  return [...found].map(([code, events]) => {
    const title = `${said("countries", facets.get("countries").terms.findIndex(([, c]) => c === code))}, no place known`;
    const [lat, lon] = told.countries[code] ?? [];
    const level = events.length > 20 ? 3 : events.length > 4 ? 2 : 1;
    const area = told.world[code]
      ? draw("path", { class: `area level${level}`, d: told.world[code] })
      : lat === undefined ? null
        : draw("circle", { class: `area level${level}`, cx: lon * 10, cy: -lat * 10, r: 9 * pixel });
    return area && draw("a", { ...opens(title, events), "aria-label": `${title}: ${summary(events)}` },
      draw("title", null, `${title}: ${summary(events)}`), area);
  }).filter(Boolean);
}

function drawMarks() {
  const pixel = view.w / (board.clientWidth || 1200);
  const placed = mapped.filter((event) => event.point);
  const rest = mapped.filter((event) => !event.point);
  marks.replaceChildren(...areas(rest, pixel), ...spots(placed, pixel).map((spot) => spotMark(spot, pixel)));
  board.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
  const nowhere = rest.filter((event) => !terms(event, "countries").length).length;
  document.querySelector("#map output").value =
    `${plural(placed.length, "event")} at places, ${number(rest.length - nowhere)} known to a country alone, ${number(nowhere)} to neither.`;
}

function look(to) {
  const h = to.w * (WORLD.h / WORLD.w);
  view = to.w > WORLD.w ? WORLD : { ...to, h };
  drawMarks();
}

// So that all events with a place are just seen; never nearer than ten degrees.
function lookAtAll() {
  const xs = mapped.filter((e) => e.point).map((e) => e.point[2] * 10);
  const ys = mapped.filter((e) => e.point).map((e) => -e.point[1] * 10);
  if (!xs.length) return look(WORLD);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const ratio = WORLD.w / WORLD.h;
  const w = Math.max(100, 1.15 * (right - left), 1.15 * ratio * (bottom - top));
  return look({ x: (left + right - w) / 2, y: (top + bottom - w / ratio) / 2, w });
}

function zoom(by) {
  const w = Math.max(50, view.w * by);
  look({ x: view.x + (view.w - w) / 2, y: view.y + (view.h - w * (WORLD.h / WORLD.w)) / 2, w });
}

// Dragged with a pointer that is not on a mark.
function drag(pressed) {
  if (pressed.target.closest("a")) return;
  const pixel = view.w / board.clientWidth;
  const from = { ...view, px: pressed.clientX, py: pressed.clientY };
  board.setPointerCapture(pressed.pointerId);
  board.onpointermove = (moved) => {
    view = { ...view, x: from.x - (moved.clientX - from.px) * pixel, y: from.y - (moved.clientY - from.py) * pixel };
    board.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
  };
  board.onpointerup = () => { board.onpointermove = null; };
}

function startMap() {
  land.append(...Object.values(told.world).map((d) => draw("path", { class: "land", d })));
  board.append(land, marks);
  const button = (label, name, click) => make("button", { type: "button", click, "aria-label": name }, label);
  document.querySelector("#map .buttons").append(
    button("World", "Show the world", () => look(WORLD)),
    button("Events", "Show all events", lookAtAll),
    button("+", "Nearer", () => zoom(0.6)),
    button("−", "Farther", () => zoom(1 / 0.6)));
  board.addEventListener("pointerdown", drag);
}

function drawMap(events) {
  mapped = events;
  drawMarks();
}
