"use strict";
(() => {
  const by = id => document.getElementById(id);
  const name = by("name"), state = by("state");
  const operations = [...document.querySelectorAll(".operation")].map(element => ({
    element,
    name: element.dataset.name.toLowerCase(),
    states: element.dataset.states.split(" "),
  }));
  const unseen = document.querySelector(".unseen");
  const opening = operations.map(o => o.element).filter(e => e.tagName === "DETAILS");

  const filter = () => {
    const part = name.value.trim().toLowerCase();
    let shown = 0;
    for (const o of operations) {
      o.element.hidden = !o.name.includes(part) || state.value !== "" && !o.states.includes(state.value);
      shown += o.element.hidden ? 0 : 1;
    }
    if (unseen) {
      unseen.hidden = !operations.some(o => !o.element.hidden && unseen.contains(o.element));
      unseen.open = unseen.open || part !== "" || state.value === "missed";
    }
    by("shown").value = `${shown} of ${operations.length} operations`;
  };
  const setOpen = open => opening.forEach(e => { e.open = open && !e.hidden; });

  for (const input of [name, state]) {
    input.addEventListener("input", filter);
  }
  name.form.addEventListener("submit", e => e.preventDefault());
  by("open").addEventListener("click", () => setOpen(true));
  by("close").addEventListener("click", () => setOpen(false));
  document.addEventListener("keydown", e => {
    if (e.key === "/" && !/^(INPUT|SELECT)$/.test(e.target.tagName) && !e.ctrlKey && !e.metaKey && !e.altKey) {
      e.preventDefault();
      name.focus();
    }
  });

  // What is closed is printed, too.
  let closed = [];
  addEventListener("beforeprint", () => { closed = opening.filter(e => !e.open); closed.forEach(e => { e.open = true; }); });
  addEventListener("afterprint", () => closed.forEach(e => { e.open = false; }));

  document.documentElement.classList.add("live");
  filter();
})();
