"use strict";
(() => {
  const by = id => document.getElementById(id);
  const name = by("name"), check = by("check"), only = by("only");
  const files = [...document.querySelectorAll(".file")].map(element => ({
    element,
    name: element.dataset.name.toLowerCase(),
    valid: element.classList.contains("valid"),
    errors: [...element.querySelectorAll(".error")],
  }));
  const opening = files.filter(f => !f.valid).map(f => f.element);

  const filter = () => {
    const part = name.value.trim().toLowerCase();
    let shown = 0, errors = 0;
    for (const f of files) {
      let fits = 0;
      for (const e of f.errors) {
        e.hidden = check.value !== "" && e.dataset.check !== check.value;
        fits += e.hidden ? 0 : 1;
      }
      const wanted = f.valid ? !only.checked && check.value === "" : check.value === "" || fits > 0;
      f.element.hidden = !wanted || !f.name.includes(part);
      if (!f.element.hidden) {
        shown++;
        errors += fits;
      }
    }
    by("shown").value = `${shown} of ${files.length} files, ${errors} findings`;
  };
  const setOpen = open => opening.forEach(e => { e.open = open; });

  for (const input of [name, check, only]) {
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
  addEventListener("beforeprint", () => { closed = opening.filter(e => !e.open); setOpen(true); });
  addEventListener("afterprint", () => closed.forEach(e => { e.open = false; }));

  document.documentElement.classList.add("live");
  filter();
})();
