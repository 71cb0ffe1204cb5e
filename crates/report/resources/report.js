"use strict";
(() => {
  const tools = document.getElementById("tools");
  if (!tools) return;
  const search = document.getElementById("search");
  const shown = document.getElementById("shown");
  const boxes = [...tools.querySelectorAll("input[name=outcome]")];
  const groups = [...document.querySelectorAll(".group")].map((element) => ({
    element,
    cases: [...element.querySelectorAll(".case")].map((item) => ({
      element: item,
      outcome: item.dataset.outcome,
      text: (element.querySelector("h3").textContent + " " + item.querySelector(".name").textContent + " " + (item.querySelector(".badges")?.textContent ?? "")).toLowerCase(),
    })),
  }));
  const all = groups.reduce((sum, group) => sum + group.cases.length, 0);

  const apply = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const outcomes = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    let count = 0;
    for (const group of groups) {
      let some = false;
      for (const item of group.cases) {
        const fits = outcomes.has(item.outcome) && words.every((word) => item.text.includes(word));
        item.element.hidden = !fits;
        if (fits) { some = true; count += 1; }
      }
      group.element.hidden = !some;
    }
    shown.textContent = count === 0
      ? shown.dataset.none
      : shown.dataset.text.replace("{shown}", count).replace("{all}", all);
  };

  const openAll = (open) => {
    for (const item of document.querySelectorAll("details.case:not([hidden])")) item.open = open;
  };

  // A link to a scenario opens it, even if the filter hides it.
  const follow = () => {
    const item = /^#s\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
    if (!item) return;
    if (item.hidden) {
      search.value = "";
      for (const box of boxes) box.checked = true;
      apply();
    }
    item.open = true;
    item.scrollIntoView();
  };

  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  });
  for (const box of boxes) box.addEventListener("change", apply);
  document.getElementById("open-all").addEventListener("click", () => openAll(true));
  document.getElementById("close-all").addEventListener("click", () => openAll(false));
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
    }
  });
  for (const button of document.querySelectorAll(".copy")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const text = button.parentElement.querySelector("pre");
      // From a file the clipboard may be refused; the text is then selected for Ctrl-C.
      const select = () => getSelection().selectAllChildren(text);
      const done = () => { button.textContent = button.dataset.done; };
      if (navigator.clipboard) navigator.clipboard.writeText(text.textContent).then(done, select);
      else select();
    });
  }
  tools.hidden = false;
  addEventListener("hashchange", follow);
  apply();
  follow();
})();
