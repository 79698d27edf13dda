// Puts the views together and starts them.

const clearFilters = () => go(Object.fromEntries(filterNames.map((name) => [name, ""])), { replacing: true });

/** Where the list was scrolled to, to come back to from a paper. */
let listScroll = 0;
/** The paper shown last, to come back to its row. */
let lastPaper = null;

function closePaper() {
  go({ paper: "" });
}

/** Shows the state. */
function show() {
  const paper = paperByKey.get(state.paper);
  const wasPaper = !byId("paper").hidden;
  if (!wasPaper) listScroll = scrollY;
  byId("overview").hidden = Boolean(paper) || state.view !== "overview";
  byId("list").hidden = Boolean(paper) || state.view === "overview";
  byId("paper").hidden = !paper;
  for (const view of ["overview", "papers", "person"]) {
    const link = byId(`to-${view}`);
    if (state.view === view) link.setAttribute("aria-current", paper ? "true" : "page");
    else link.removeAttribute("aria-current");
    link.href = view === "overview" ? "#view=overview" : addressOf({ ...state, view, paper: "", sort: view === state.view ? state.sort : "" });
  }
  if (state.view !== "overview") showList();
  if (paper) {
    showPaper(paper);
    lastPaper = paper.key;
  } else if (wasPaper && state.view !== "overview") {
    scrollTo(0, listScroll);
    makeRows(Math.max(madeCount, shownPapers.findIndex((shown) => shown.key === lastPaper) + 1));
    focusRow(lastPaper);
  }
  document.title = `${paper ? `${paper.name} – ` : ""}${data.venue} – triage report`;
}

for (const name of filterNames) {
  // Some ways to choose from a menu, such as those of assistive software, tell of the change alone.
  for (const told of ["input", "change"]) {
    byId(name).addEventListener(told, (event) => go({ [name]: event.target.value }, { replacing: true }));
  }
}
byId("filters").addEventListener("submit", (event) => event.preventDefault());
byId("clear").addEventListener("click", clearFilters);

addEventListener("popstate", () => {
  state = stateFromAddress();
  show();
});

// The reader's system decides on dark and light until the reader does.
const themes = ["system", "dark", "light"];

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  byId("theme").textContent = `Theme: ${theme}`;
  // A report opened from disk may be refused storage; the choice then lasts as long as the page.
  try { localStorage.setItem("papertriage-theme", theme); } catch { /* nothing to keep it in */ }
}

function nextTheme() {
  setTheme(themes[(themes.indexOf(document.documentElement.dataset.theme) + 1) % themes.length]);
}

function storedTheme() {
  try { return localStorage.getItem("papertriage-theme"); } catch { return null; }
}

byId("theme").addEventListener("click", nextTheme);
setTheme(themes.find((theme) => theme === storedTheme()) ?? "system");

for (const part of document.querySelectorAll(".needs-script")) part.hidden = false;
byId("count-papers").textContent = papers.length.toLocaleString("en");
byId("count-person").textContent = data.person.length.toLocaleString("en");
fillFilterMenus();
show();
