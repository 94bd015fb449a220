// The desk works by links and forms; this adds keys, lights, selection, and changes in place.
"use strict";

const $ = (selector, from = document) => from.querySelector(selector);
const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
const PARTS = ["bar", "said", "fault", "queue", "main"];
let current = null; // id of the value that is lit
let chosen = null; // what is selected in the source: {start, end, quote}

// Offsets: the run counts code points, JavaScript UTF-16 units.
const points = (text) => Array.from(text).length;

function offset(node, at) {
  const holder = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!holder) return null;
  const before = document.createRange();
  before.selectNodeContents(holder);
  before.setEnd(node, at);
  return Number(holder.dataset.start) + points(before.toString());
}

function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!$("#source").contains(range.commonAncestorContainer)) return null;
  const inside = $$("#source [data-start]").filter((e) => range.intersectsNode(e) && e.textContent);
  if (!inside.length) return null;
  const last = inside[inside.length - 1];
  const start = offset(range.startContainer, range.startOffset) ?? Number(inside[0].dataset.start);
  const end = offset(range.endContainer, range.endOffset) ?? Number(last.dataset.start) + points(last.textContent);
  return end > start ? { start, end, quote: selection.toString() } : null;
}

// Lights

function marks(id) {
  return $$("#source [data-values]").filter((e) => e.dataset.values.split(" ").includes(id));
}

function light(id) {
  $$("#source .lit, #source .why, #source .own").forEach((e) => e.classList.remove("lit", "why", "own"));
  if (!id) return;
  marks(`${id}~`).forEach((e) => e.classList.add("why")); // what the quote leans on
  marks(id).forEach((e) => e.classList.add("lit"));
  marks(`${id}!`).forEach((e) => e.classList.add("own")); // the value's own words in it
}

function show(id) {
  light(id);
  const mark = marks(id)[0];
  const value = $$(".value").find((v) => v.dataset.value === id);
  const to = value && $("[data-to]", value);
  if (mark) scrollToMark(mark);
  else if (to && $("#source .textline")) go(withQuery({ at: to.dataset.to }));
}

function scrollToMark(mark) {
  const pane = $("#source");
  const top = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
  if (top < pane.scrollTop + 40 || top > pane.scrollTop + pane.clientHeight - 80) {
    pane.scrollTo({ top: Math.max(0, top - pane.clientHeight / 3) });
  }
}

function choose(id, focus = true) {
  const value = $$(".value").find((v) => v.dataset.value === id);
  $$(".value.current").forEach((v) => v.classList.remove("current"));
  current = value ? id : null;
  if (!value) return;
  value.classList.add("current");
  if (focus) value.focus({ preventScroll: true });
  value.scrollIntoView({ block: "nearest" });
  show(id);
}

function step(by) {
  const values = $$(".value");
  if (!values.length) return;
  const at = values.findIndex((v) => v.dataset.value === current);
  choose(values[Math.min(values.length - 1, Math.max(0, at + by))].dataset.value);
}

function firstOpen() {
  const values = $$(".value");
  const open = values.find((v) => v.classList.contains("open")) || values[0];
  if (open) choose(open.dataset.value, false);
}

// Going on without loading the whole page anew

function withQuery(more) {
  const url = new URL(location.href);
  url.searchParams.delete("said");
  for (const [key, value] of Object.entries(more)) url.searchParams.set(key, value);
  return url.pathname + url.search;
}

async function go(address, request = {}, push = true) {
  const kept = { value: current, record: record(), at: $$(".value").findIndex((v) => v.dataset.value === current) };
  let response, page;
  try {
    response = await fetch(address, request);
    page = new DOMParser().parseFromString(await response.text(), "text/html");
  } catch {
    $("#fault").replaceChildren(paragraph("Not saved: the desk does not answer. Is it still running?"));
    return;
  }
  if (!$("#queue", page)) {
    $("#fault").replaceChildren(paragraph(page.body.textContent.slice(0, 300)));
    return;
  }
  if (response.status >= 400 && response.status !== 409) {
    // refused: what was typed stays where it is, beside what is wrong with it
    $$("#fault .typed", page).forEach((e) => e.remove());
    $("#fault").replaceChildren(...$("#fault", page).childNodes);
    explain();
    return;
  }
  const address_ = new URL(response.url);
  address_.searchParams.delete("said");
  if (push && !address_.pathname.startsWith("/decide")) history.pushState(null, "", address_);
  swap(page);
  if (record() === kept.record && kept.at >= 0) again(kept);
  else firstOpen();
}

// What the words do not bear out needs a reading: the last one is there to be kept
function explain() {
  const field = panel() && $("input[name=reading]", panel());
  if (!field || !$("#fault").textContent.includes("bear out")) return;
  field.value ||= sessionStorage.getItem("reading") ?? "";
  field.focus();
  field.select();
}

function paragraph(text) {
  const made = document.createElement("p");
  made.textContent = text;
  return made;
}

function record() {
  return $("#main input[name=record]")?.value;
}

function swap(page) {
  document.title = page.title;
  const filters = $("#queue details")?.open;
  for (const id of PARTS) {
    const next = $(`#${id}`, page);
    if (next) $(`#${id}`).replaceChildren(...next.childNodes);
  }
  if (filters) $("#queue details").open = true;
  const source = $("#source"), next = $("#source", page);
  if (source.dataset.key && source.dataset.key === next.dataset.key) {
    // the same pages: only what is marked on them, so that they neither flicker nor move
    const now = $$("#text, .head", source), then = $$("#text, .head", next);
    now.forEach((e, n) => e.replaceWith(then[n]));
    const pages = $$("svg.marks", next);
    $$("svg.marks", source).forEach((page, n) => {
      $$("rect", page).forEach((e) => e.remove());
      page.prepend(...$$("rect", pages[n]));
    });
  } else {
    source.replaceChildren(...next.childNodes);
    source.scrollTop = 0;
  }
  source.dataset.key = next.dataset.key;
  chosen = null;
  getSelection().removeAllRanges(); // it was for what has just been saved
  $("#queue [aria-current]")?.scrollIntoView({ block: "nearest" });
}

// After a decision on a value the next open one is chosen.
function again(kept) {
  const values = $$(".value");
  const same = values.find((v) => v.dataset.value === kept.value);
  const later = values.slice(kept.at + 1).find((v) => v.classList.contains("open"));
  const next = same && same.classList.contains("open") ? same : later || same || values[kept.at];
  if (next) choose(next.dataset.value);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  const body = new URLSearchParams(new FormData(form, event.submitter));
  event.preventDefault();
  if (body.get("reading")) sessionStorage.setItem("reading", body.get("reading"));
  if (form.method === "post") go(form.getAttribute("action"), { method: "POST", body });
  else go(`${form.getAttribute("action")}?${new URLSearchParams([...body].filter(([, v]) => v))}`);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link && link.closest("#queue, #main, #source") && link.origin === location.origin && link.pathname === "/"
      && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    go(link.getAttribute("href"));
    return;
  }
  const value = event.target.closest(".value");
  if (value && !event.target.closest("form, details")) choose(value.dataset.value, !event.target.closest("button"));
});

addEventListener("popstate", () => go(location.href, {}, false));

document.addEventListener("mousemove", (event) => {
  const value = event.target.closest?.(".value, .near");
  light(value ? value.dataset.value ?? value.dataset.lights : current);
});

// Words of the source, for a value that is added or fixed

function panel() {
  const open = $$("details.panel[open]").filter((d) => $("[data-quote]", d));
  return open[open.length - 1];
}

function fill(open) {
  if (!open || !chosen) return;
  $("[data-quote]", open).value = chosen.quote;
  $("input[name=start]", open).value = chosen.start;
  $("input[name=end]", open).value = chosen.end;
  $("[data-found]", open).textContent = `Characters ${chosen.start} to ${chosen.end} of the text.`;
  const text = $$("input[name=value]:not([placeholder], [list=countries])", open).find((i) => !i.closest("[hidden]") && !i.value);
  if (text) text.value = chosen.quote.trim().replace(/\s+/g, " ").slice(0, 300);
}

document.addEventListener("selectionchange", () => {
  const found = selected();
  if (!found) return;
  chosen = found;
  fill(panel());
  clearTimeout(soon);
  if (!panel()) soon = setTimeout(near, 150);
});

let soon = 0;

// What was read in the words selected, each with a key that adds it
async function near() {
  const words = chosen, holder = $("#nearby"), of = record();
  if (!holder || !words) return;
  const page = await fetch(withQuery({ id: of, start: words.start, end: words.end }).replace(/^[^?]*/, "/near"));
  if (page.ok && chosen === words && record() === of) {
    holder.replaceChildren(...new DOMParser().parseFromString(await page.text(), "text/html").body.childNodes);
  }
}

document.addEventListener("input", (event) => {
  const field = event.target;
  if (field.matches("[data-quote], [data-nth]")) {
    const form = field.form;
    $("input[name=start]", form).value = $("input[name=end]", form).value = "";
    $("[data-found]", form).textContent = "Looked up when it is saved.";
  }
  if (field.matches("[data-fields]")) fields(field);
  if (field.matches("[data-places]")) places(field);
});

function fields(select) {
  for (const set of $$("fieldset[data-field]", select.form)) {
    set.hidden = set.disabled = set.dataset.field !== select.value;
  }
  fill(select.closest("details"));
}

let asked = 0;
async function places(field) {
  const mine = ++asked;
  if (field.value.length < 3) return;
  const found = await (await fetch(`/places?${new URLSearchParams({ q: field.value })}`)).json();
  if (mine !== asked) return;
  $("#places").replaceChildren(...found.map((place) => {
    const option = document.createElement("option");
    option.value = place.name;
    option.label = place.note;
    return option;
  }));
}

document.addEventListener("toggle", (event) => {
  const open = event.target;
  if (!open.open || !open.matches("details.panel")) return;
  for (const other of $$("details.panel[open]")) if (other !== open) other.open = false;
  chosen = selected(); // what was selected earlier was for something else
  fill(open);
  const first = $("select, input:not([type=hidden]), textarea", $("form", open));
  first?.focus();
  if (first?.matches("input, textarea")) first.select(); // what is typed takes its place
}, true);

// Keys

function typing(element) {
  return element.matches("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
}

function press(key) {
  const value = $(".value.current");
  const act = value && $(`[data-act="${key}"]`, value);
  const other = $$("[data-key]").find((e) => e.dataset.key === key && !e.disabled);
  (act || other)?.click();
  return Boolean(act || other);
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  "?": () => $("#help").showModal(),
  "/": () => {
    $("#queue details").open = true;
    $("#queue .facet a, #queue select").focus();
  },
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches(".panel select:not([data-fields])")) {
    event.preventDefault(); // as in a field of text
    event.target.form.requestSubmit();
    return;
  }
  if (event.key === "Escape" && !$("#help").open) {
    const open = $("details.panel[open]");
    if (open) {
      open.open = false;
      $("summary", open).focus();
    } else document.activeElement?.blur();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || $("#help").open) return;
  if (typing(event.target) || localStorage.getItem("keys") === "off") return;
  const arrow = event.key.startsWith("Arrow");
  if (arrow && !event.target.closest(".value")) return;
  if (event.key === "Enter" && event.target.matches(".value")) show(event.target.dataset.value);
  else if (KEYS[event.key]) KEYS[event.key]();
  else if (event.key.length > 1 || !press(event.key)) return;
  event.preventDefault();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("#help-button")) $("#help").showModal();
  if (event.target.closest("#help-close")) $("#help").close();
});

$("#keys-on").checked = localStorage.getItem("keys") !== "off";
$("#keys-on").addEventListener("change", (event) => {
  localStorage.setItem("keys", event.target.checked ? "on" : "off");
});

history.replaceState(null, "", withQuery({}));
firstOpen();
$("#queue [aria-current]")?.scrollIntoView({ block: "nearest" });
