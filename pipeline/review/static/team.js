// What people who work together see beside the desk: the codebook, comments, who is here.
"use strict";

(() => {
  const $ = (selector, from = document) => from.querySelector(selector);
  const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
  const EVERY = 30000; // milliseconds from one look to the next
  let open = sessionStorage.getItem("beside") || "";

  // All documents of a list at once

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-all]")) {
      for (const box of $$("input[type=checkbox][name]")) box.checked = event.target.checked;
    }
    if (event.target.matches("select[name=field]")) explain(event.target.value);
  });

  if (!$("#beside")) return;

  // Where one is, as the desk's forms say it

  function place() {
    const of = (name) => $(`#main input[name=${name}]`)?.value || "";
    return { doc: of("doc"), record: of("record") };
  }

  let asked = 0;
  async function look() {
    const { doc, record } = place();
    if (!doc || document.hidden) return;
    const mine = ++asked;
    const response = await fetch(`/beside?${new URLSearchParams({ doc, record })}`).catch(() => null);
    if (!response?.ok || mine !== asked) return;
    show(new DOMParser().parseFromString(await response.text(), "text/html"));
  }

  function show(page) {
    const next = $("#beside", page), now = $("#beside");
    if (now.dataset.of === next.dataset.of) {
      // the same place: what is being typed stays
      for (const part of ["#here", ".comments", ".count"]) $(part, now).replaceChildren(...$(part, next).childNodes);
    } else {
      now.replaceWith(next);
      turn(open);
    }
    explain();
  }

  // Which of the two is open

  function turn(to) {
    open = to;
    sessionStorage.setItem("beside", open);
    for (const button of $$("#beside [data-tab]")) {
      const on = button.dataset.tab === open;
      button.setAttribute("aria-expanded", String(on));
      $(`#${button.dataset.tab}`).hidden = !on;
    }
    explain();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("#beside [data-tab]");
    if (!button) return;
    turn(open === button.dataset.tab ? "" : button.dataset.tab);
    if (open === "talk") $("#talk textarea").focus();
  });

  // The field that is explained is that of the value one is at

  let at = "";
  function explain(field) {
    const value = $("#main .current[data-value]")?.dataset.value || "";
    const option = value && $$("#talk option").find((o) => o.value === value);
    if (field === undefined && value === at && $("#guide [data-of-field]:not([hidden])")) field = null;
    at = value;
    const select = $("#talk select");
    if (select && !$("#talk textarea").value) select.value = option ? value : "";
    if (field === null) return;
    const told = field ?? option?.dataset?.field ?? "";
    for (const part of $$("#guide [data-of-field]")) part.hidden = part.dataset.ofField !== told;
  }

  const main = $("#main");
  const watch = new MutationObserver((changes) => {
    const { doc, record } = place();
    if (changes.some((c) => c.type === "childList") && $("#beside").dataset.of !== `${doc} ${record}`) look();
    explain();
  });
  watch.observe(main, { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] });

  // A comment is sent without leaving the place

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.getAttribute("action") !== "/comment") return;
    event.preventDefault();
    event.stopPropagation();
    const warn = $("#talk .warn");
    const body = new URLSearchParams(new FormData(form));
    const response = await fetch("/comment", { method: "POST", body }).catch(() => null);
    if (response?.ok) {
      warn.textContent = "";
      $("textarea", form).value = "";
      look();
      return;
    }
    const page = response && new DOMParser().parseFromString(await response.text(), "text/html");
    warn.textContent = (page && ($("#fault", page) || page.body).textContent.trim()) || "Not kept: the desk does not answer.";
  }, true);

  document.addEventListener("keydown", (event) => {
    if (!event.target.closest("#beside")) return;
    if (event.key === "Escape") turn("");
    if (event.key === "Enter" && event.ctrlKey && event.target.form) event.target.form.requestSubmit();
  });
  document.addEventListener("visibilitychange", look);
  setInterval(look, EVERY);
  look();
})();
