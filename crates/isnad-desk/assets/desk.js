// What the pages gain from a script: hovering and walking. Everything they show is there without it.
"use strict";

const reading = document.querySelector(".reading");
if (reading) {
  const cards = [...reading.querySelectorAll(".card")];
  const light = (id, on) =>
    reading.querySelectorAll(`[data-s="${CSS.escape(id)}"]`).forEach((mark) => mark.classList.toggle("lit", on));
  let lit = null;
  const choose = (id) => {
    if (lit === id) return;
    if (lit) light(lit, false);
    lit = id;
    if (lit) light(lit, true);
  };
  const into = (box, element) => {
    if (getComputedStyle(box).overflowY === "visible") return;
    const [outer, inner] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) box.scrollTop += inner.top - outer.top - outer.height / 3;
  };
  reading.addEventListener("mouseover", (event) => {
    const mark = event.target.closest("[data-s]");
    choose(mark && mark.dataset.s);
    if (mark && mark.closest(".text")) {
      const card = document.getElementById(`s-${mark.dataset.s}`);
      if (card) into(card.closest(".cards"), card);
    }
  });
  reading.addEventListener("mouseleave", () => choose(null));
  reading.addEventListener("focusin", (event) => {
    const mark = event.target.closest("[data-s]");
    if (!mark) return;
    choose(mark.dataset.s);
    const words = document.getElementById(`w-${mark.dataset.s}`);
    if (mark.closest(".cards") && words) words.scrollIntoView({ block: "center", behavior: "auto" });
  });
  reading.querySelector(".cards").addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
    const card = event.target.closest(".card");
    if (!step || !card || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = cards[cards.indexOf(card) + step];
    if (next) {
      event.preventDefault();
      next.querySelector(".words").focus({ preventScroll: true });
      into(next.closest(".cards"), next);
    }
  });

  // Times, places, names and numbers say on hover what they were resolved to.
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  document.body.append(tip);
  const text = reading.querySelector(".text");
  text.addEventListener("mouseover", (event) => {
    const mark = event.target.closest("[data-d]");
    const entry = mark && document.getElementById(mark.dataset.d);
    tip.hidden = !entry;
    if (!entry) return;
    const more = document.createElement("span");
    more.textContent = entry.querySelector("span").textContent;
    tip.replaceChildren(entry.querySelector("b").textContent, more);
    const box = mark.getClientRects()[0];
    const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8);
    tip.style.left = `${Math.max(8, left) + scrollX}px`;
    tip.style.top = `${box.bottom + scrollY + 4}px`;
  });
  text.addEventListener("mouseleave", () => (tip.hidden = true));
  text.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-d]");
    if (mark && !event.target.closest("a") && getSelection().isCollapsed) location.hash = mark.dataset.d;
  });
}

// A root pointed at shows the ways its words took.
const travel = document.querySelector(".travel");
if (travel) {
  const show = (event) => {
    const root = event.target.closest("[data-r]");
    travel.classList.toggle("dimmed", !!root);
    travel.querySelectorAll(".way").forEach((way) => way.classList.toggle("lit", !!root && way.classList.contains(`r${root.dataset.r}`)));
  };
  travel.addEventListener("mouseover", show);
  travel.addEventListener("focusin", show);
}

// The menu closes on Escape and when one clicks elsewhere.
const menu = document.querySelector(".view details");
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  if (!menu.contains(event.target)) menu.open = false;
});
