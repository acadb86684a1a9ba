// The page is whole without this. It filters and steps through the discrepancies,
// puts the passages into another account's order, copies citations, and opens
// what a link leads to. Nothing is stored and nothing is asked for; what is
// filtered stands in the fragment, so that a link shows the same.
"use strict";
const all = (query, from = document) => [...from.querySelectorAll(query)];
const byId = (id) => document.getElementById(id);

const cards = all(".card");
const groups = all("details.group");
const opened = new Map(groups.map((group) => [group, group.open]));
const pins = all("a.pin");
const severities = all("input[name=severity]");
const fields = all(".filters select, .filters input[type=search]");
const orders = all("input[name=order]");
const accounts = new Map(all(".account").map((account, k) => [account.dataset.id, k + 1]));
const grid = all(".grid")[0];
const rows = all(".row[data-o]");
const found = new Map();
document.documentElement.classList.add("live");
for (const card of cards) {
  card.tabIndex = -1;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "cite";
  button.textContent = "Copy as citation";
  all(".foot", card)[0].append(button);
}

// Filters

const folded = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();

function words(card) {
  if (!found.has(card)) {
    const parts = all(".kind, .message, .accepted, .meta, .words, .silent, .foot > :not(button)", card);
    found.set(card, folded([card.dataset.kind, ...parts.map((part) => part.textContent)].join(" ")));
  }
  return found.get(card);
}

function asked() {
  const wanted = new Map();
  const checked = severities.filter((box) => box.checked).map((box) => box.value);
  if (checked.length < severities.length) wanted.set("severity", checked.join());
  for (const field of fields) if (field.value.trim()) wanted.set(field.name, field.value.trim());
  return wanted;
}

function passes(card, wanted, terms) {
  const severity = severities.find((box) => card.classList.contains(box.value));
  if (severity && !severity.checked) return false;
  if (wanted.has("kind") && card.dataset.kind !== wanted.get("kind")) return false;
  if (wanted.has("status") && (wanted.get("status") === "accepted") !== Boolean(card.closest("#accepted"))) return false;
  if (wanted.has("account") && !card.querySelector(`.reading.a${accounts.get(wanted.get("account"))}`)) return false;
  return terms.every((term) => words(card).includes(term));
}

function apply() {
  const wanted = asked();
  const terms = wanted.has("text") ? folded(wanted.get("text")).split(/\s+/) : [];
  let shown = 0;
  for (const card of cards) {
    card.hidden = !passes(card, wanted, terms);
    shown += !card.hidden;
  }
  for (const group of groups) {
    const some = all(".card:not([hidden])", group).length > 0;
    group.hidden = !some;
    group.open = wanted.size && some ? true : opened.get(group);
  }
  for (const pin of pins) pin.classList.toggle("off", Boolean(byId(pin.getAttribute("href").slice(1))?.hidden));
  const note = byId("shown");
  if (note) note.textContent = wanted.size ? `${shown || "None"} of ${cards.length} discrepancies shown` : "";
  document.documentElement.classList.toggle("filtered", wanted.size > 0);
}

function reset() {
  for (const box of severities) box.checked = true;
  for (const field of fields) field.value = "";
}

// The fragment

function write() {
  const wanted = asked();
  const order = orders.findIndex((choice) => choice.checked);
  if (order > 0) wanted.set("order", [...accounts.keys()][order]);
  const fragment = new URLSearchParams([...wanted]).toString();
  try {
    history.replaceState(null, "", location.href.split("#")[0] + (fragment ? `#${fragment}` : ""));
  } catch {
    // inside another page (a notebook) there is no address to write to
  }
}

function anchor() {
  try {
    return byId(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

function read() {
  const target = anchor();
  if (target) return reveal(target);
  const wanted = new URLSearchParams(location.hash.slice(1));
  const severe = wanted.get("severity")?.split(",");
  for (const box of severities) box.checked = !severe || severe.includes(box.value);
  for (const field of fields) {
    field.value = wanted.get(field.name) ?? "";
    if (field.selectedIndex === -1) field.value = "";
  }
  const lead = accounts.get(wanted.get("order")) ?? 1;
  orders.forEach((choice, k) => (choice.checked = k + 1 === lead));
  apply();
  reorder(lead);
  if (wanted.size) (wanted.has("order") && wanted.size === 1 ? byId("side-by-side") : byId("discrepancies")).scrollIntoView();
}

function reveal(target) {
  if (target.closest("[hidden]")) {
    reset();
    apply();
  }
  for (let box = target; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
  target.scrollIntoView();
}

// The order of the passages

function reorder(lead) {
  if (Number(grid.dataset.lead ?? 1) === lead) return;
  grid.dataset.lead = lead;
  const rank = new Map(rows.map((row) => [row, Number(row.dataset.o.split(" ")[lead - 1])]));
  grid.append(...[...rows].sort((one, other) => rank.get(one) - rank.get(other)));
  for (const note of all("[data-for]", grid)) note.hidden = !note.dataset.for.split(" ").includes(String(lead));
  all(".lead")[0].textContent = all(".account h2")[lead - 1].textContent;
}

// Keys

let last = null;

function step(by) {
  const seen = cards.filter((card) => card.checkVisibility());
  let at = seen.indexOf(document.activeElement.closest(".card") ?? last);
  if (at < 0) {
    const below = seen.findIndex((card) => card.getBoundingClientRect().top > 0);
    at = (below < 0 ? seen.length : below) + (by > 0 ? -1 : 0);
  }
  last = seen[Math.min(Math.max(at + by, 0), seen.length - 1)] ?? null;
  last?.focus({ preventScroll: true });
  last?.scrollIntoView();
}

function help() {
  byId("help").showModal();
  byId("close").focus();
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  "/": () => byId("discrepancies").querySelector("input[type=search]")?.focus(),
  "?": help,
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || byId("help").open) return;
  if (event.target.matches("input[type=search]")) {
    if (event.key === "Escape") event.target.blur();
  } else if (Object.hasOwn(keys, event.key) && byId("keys-on").checked && !event.target.matches("select")) {
    event.preventDefault();
    keys[event.key]();
  }
});

// Citations

function citation(card) {
  const lines = all(".message", card).map((message) => message.textContent);
  for (const reading of all(".reading", card)) {
    const copy = reading.cloneNode(true);
    for (const hidden of all(".sr", copy)) hidden.remove();
    const account = byId(`account-${reading.className.match(/\ba(\d+)/)[1]}`);
    const [label, place] = [copy.querySelector("b"), copy.querySelector(".meta a")].map((part) => part.textContent);
    lines.push(`${label}, ${account.dataset.reference}, ${place}: ${copy.querySelector(".words").textContent.trim()}`);
  }
  return [...lines, `${byId("made-by").textContent}, ${card.dataset.kind} ${card.id}`].join("\n");
}

async function copied(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.className = "sr";
    area.value = words;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

async function cite(button) {
  const done = await copied(citation(button.closest(".card")));
  button.textContent = done ? "Copied" : "Could not be copied";
  button.focus();
  setTimeout(() => (button.textContent = "Copy as citation"), 2000);
}

// What is pressed, chosen, typed

addEventListener("click", (event) => {
  const button = event.target.closest?.("button");
  if (button?.classList.contains("cite")) cite(button);
  else if (button?.id === "keys") help();
  else if (button?.id === "close") byId("help").close();
  else if (button?.id === "clear") {
    reset();
    apply();
    write();
  }
});

addEventListener("input", (event) => {
  if (event.target.closest(".filters")) {
    apply();
    write();
  } else if (event.target.name === "order") {
    reorder(Number(event.target.value));
    write();
  }
});

addEventListener("hashchange", read);

// On paper all is open

let shut = [];
addEventListener("beforeprint", () => {
  shut = all("details:not([open])");
  for (const box of shut) box.open = true;
});
addEventListener("afterprint", () => {
  for (const box of shut) box.open = false;
});

if (location.hash) read();
