// Everything can be reached with Tab and Enter; these keys are quicker. They rest while a field is typed in.

const isTyping = (target) => target.matches("input, select, textarea");

/** Moves to the next or previous row of the list, or paper. */
function step(by) {
  if (state.paper) return goToNeighbour(by);
  if (state.view === "overview") return;
  const here = shownPapers.findIndex((paper) => paper.key === document.activeElement?.dataset?.key);
  const there = Math.min(Math.max(here + by, 0), shownPapers.length - 1);
  if (there < 0) return;
  makeRows(Math.max(madeCount, there + portion));
  focusRow(shownPapers[there].key);
}

/** Focuses a row; it scrolls no further than needed. */
function focusRow(key) {
  const link = [...document.querySelectorAll("#list [data-key]")].find((link) => link.dataset.key === key);
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: "nearest" });
}

const openHelp = () => byId("help").showModal();

const keys = {
  "?": openHelp,
  o: () => go({ view: "overview", paper: "" }),
  l: () => go({ view: "papers", paper: "" }),
  p: () => go({ view: "person", paper: "", sort: "" }),
  j: () => step(1),
  k: () => step(-1),
  "/": () => focusField("words"),
  n: () => focusField("numbers"),
  c: () => clearFilters(),
  e: () => { if (!byId("list").hidden) saveShownRows(); },
  t: () => nextTheme(),
  f: () => openPicture(),
};

function focusField(id) {
  go({ view: state.view === "overview" ? "papers" : state.view, paper: "" });
  byId(id).focus();
  byId(id).select();
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open || byId("picture").open) return;
  if (event.key === "Escape") {
    if (isTyping(event.target)) event.target.blur();
    else if (state.paper) closePaper();
    return;
  }
  if (isTyping(event.target)) return;
  const action = keys[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

byId("help-open").addEventListener("click", openHelp);
