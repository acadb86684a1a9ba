// The page is whole without this: it only opens what a link leads to, and everything before printing.
"use strict";
function reveal() {
  let at = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let box = at; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
  if (at) at.scrollIntoView();
}
addEventListener("hashchange", reveal);
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((box) => (box.open = true)));
if (location.hash) reveal();
