// The page is whole without this. It keeps the rows out of the page and shows the
// first of those asked for: ten thousand are searched and sorted in memory, fifty
// are laid out. What is asked for stands in the fragment; nothing is stored.
"use strict";
const STEP = 50;
const byId = (id) => document.getElementById(id);
const form = document.querySelector(".filters");
const fields = [...form.querySelectorAll("input, select")];
const folded = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();

const heads = [...document.querySelectorAll("th[data-sort]")];
for (const head of heads) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
}

const body = byId("all");
body.remove();
const rows = [...body.rows].map((row, place) => {
  const [error, warning, note, links] = [1, 2, 3, 4].map((k) => Number(row.cells[k].textContent));
  return { row, place, error, warning, note, links, missing: row.className === "missing", words: null };
});

function words(each) {
  each.words ??= folded(`${each.row.cells[0].textContent} ${each.row.className}`);
  return each.words;
}

// Those asked for, in the order asked for

const name = (each) => each.row.cells[0].firstChild.textContent;
const most = (key) => (one, other) => other[key] - one[key] || one.place - other.place;
const collator = new Intl.Collator("en", { numeric: true });
const orders = {
  event: (one, other) => collator.compare(one.name, other.name) || one.place - other.place,
  warning: most("warning"),
  note: most("note"),
  links: most("links"),
  fewest: (one, other) => one.missing - other.missing || one.links - other.links || one.place - other.place,
};
const sorted = new Map([["", rows]]);

function inOrder(order) {
  if (!sorted.has(order)) {
    if (order === "event") for (const each of rows) each.name ??= name(each);
    sorted.set(order, [...rows].sort(orders[order]));
  }
  return sorted.get(order);
}

const shows = {
  "": () => true,
  error: (each) => each.error > 0,
  warning: (each) => each.error + each.warning > 0,
  missing: (each) => each.missing,
};

let found = rows;
let laid = 0;

function more(count) {
  const next = found.slice(laid, laid + count).map((each) => each.row);
  byId("found").append(...next);
  laid += next.length;
  const left = found.length - laid;
  byId("more").classList.toggle("off", !left);
  byId("more").textContent = `Show ${Math.min(STEP, left).toLocaleString("en")} more of ${left.toLocaleString("en")}`;
  return next;
}

function apply() {
  const asked = Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]));
  const terms = folded(asked.text).split(/\s+/).filter(Boolean);
  const shown = shows[asked.show];
  found = inOrder(asked.sort).filter((each) => shown(each) && terms.every((term) => words(each).includes(term)));
  for (const head of heads) {
    if (head.dataset.sort === asked.sort) head.ariaSort = asked.sort === "event" ? "ascending" : "descending";
    else head.removeAttribute("aria-sort");
  }
  byId("found").replaceChildren();
  laid = 0;
  more(STEP);
  const all = rows.length.toLocaleString("en");
  const some = found.length ? found.length.toLocaleString("en") : "None";
  byId("shown").textContent = found.length === rows.length ? `${all} ${rows.length === 1 ? "event" : "events"}` : `${some} of ${all} events`;
}

// The fragment

function write() {
  const wanted = new URLSearchParams(fields.filter((field) => field.value.trim()).map((field) => [field.name, field.value.trim()])).toString();
  history.replaceState(null, "", location.href.split("#")[0] + (wanted ? `#${wanted}` : ""));
}

function read() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  for (const field of fields) {
    field.value = wanted.get(field.name) ?? "";
    if (field.selectedIndex === -1) field.value = "";
  }
  apply();
}

// What is typed, chosen, pressed

let written = 0;
form.addEventListener("input", () => {
  apply();
  clearTimeout(written);
  written = setTimeout(write, 200); // browsers forbid to write at every key
});
document.querySelector("thead").addEventListener("click", (event) => {
  const head = event.target.closest("button")?.closest("th");
  if (!head) return;
  form.elements.sort.value = head.dataset.sort;
  apply();
  write();
});
form.addEventListener("submit", (event) => event.preventDefault());
byId("more").addEventListener("click", () => {
  const [first] = more(STEP);
  const link = first?.querySelector("a");
  if (byId("more").classList.contains("off")) link?.focus();
});
addEventListener("hashchange", read);

// On paper all that was found is there

let before = 0;
addEventListener("beforeprint", () => {
  before = laid;
  more(found.length);
});
addEventListener("afterprint", () => {
  for (const each of found.slice(before)) each.row.remove();
  laid = before;
  more(0);
});

read();

// Words are folded before the first key, while nothing else is to be done

function prepare(from, deadline) {
  let place = from;
  while (place < rows.length && deadline.timeRemaining() > 1) words(rows[place++]);
  if (place < rows.length) requestIdleCallback((next) => prepare(place, next));
}

if ("requestIdleCallback" in window) requestIdleCallback((deadline) => prepare(0, deadline));
