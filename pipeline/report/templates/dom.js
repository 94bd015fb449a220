"use strict";
// Makes elements. What a report says becomes text and attributes, never markup.

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== ""));
  return element;
}

function make(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function draw(tag, attributes, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function table(caption, heads, rows) {
  const head = make("tr", null, heads.map((h) => make("th", { scope: "col" }, h)));
  return make("div", { class: "wide", tabindex: 0, role: "region", "aria-label": caption },
    make("table", null, make("caption", null, caption), make("thead", null, head), make("tbody", null, rows)));
}

// A list that grows by so many at a time, since all of thousands would take long to draw.
function paged(all, each, put) {
  const more = make("button", { type: "button" });
  let done = 0;
  function step() {
    for (const one of all.slice(done, done + each)) put(one);
    done = Math.min(all.length, done + each);
    more.textContent = `Show more (${all.length - done} left)`;
    more.hidden = done === all.length;
  }
  more.addEventListener("click", step);
  step();
  return more;
}

const NUMBERS = new Intl.NumberFormat("en");
const number = (n) => NUMBERS.format(n);

function plural(count, one, many = `${one}s`) {
  return `${number(count)} ${count === 1 ? one : many}`;
}

function count(events, keysOf) {
  const found = new Map();
  for (const event of events) {
    for (const key of keysOf(event)) {
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(event);
    }
  }
  return found;
}
