// The list of papers, as a table or as the ordered list for a person. Rows are made in portions as the reader comes
// near them, because 3,000 rows at once take longer than a keystroke may.

const portion = 30;
let shownPapers = [];
let madeCount = 0;
/** The list whose rows stand in the page, so that coming back from a paper does not make them anew. */
let madeAddress = null;

function showList() {
  const address = addressOf({ ...state, paper: "" });
  showFilterFields();
  if (address === madeAddress) return;
  madeAddress = address;
  computeShownPapers();
  const isPerson = state.view === "person";
  byId("list-heading").textContent = isPerson ? "For a person" : "Papers";
  byId("list-note").textContent = isPerson
    ? "The most pressing first: unreadable files, doubtful text, broken rules, doubtful tags, things to look at." : "";
  byId("table-frame").hidden = isPerson || !shownPapers.length;
  byId("person-rows").hidden = !isPerson || !shownPapers.length;
  byId("rows").replaceChildren();
  byId("person-rows").replaceChildren();
  madeCount = 0;
  showHeads();
  showCounts(isPerson);
  makeRows(portion);
}

function computeShownPapers() {
  const filtered = filteredPapers(state);
  shownPapers = state.view === "person" && !state.sort
    ? filtered.sort((left, right) => left.personRank - right.personRank) : sorted(filtered, state.sort);
}

function showCounts(isPerson) {
  const total = isPerson ? data.person.length : papers.length;
  byId("shown").textContent = shownPapers.length === total
    ? counted(total, "paper", "papers") : `${shownPapers.length.toLocaleString("en")} of ${counted(total, "paper", "papers")}`;
  byId("clear").disabled = !isFiltered(state);
  byId("export").disabled = !shownPapers.length;
  byId("empty").hidden = shownPapers.length > 0;
  byId("empty-words").textContent = total === 0
    ? (isPerson ? "Nobody needs to look at anything." : "There are no papers in this report.")
    : "No paper fits all of these filters. Clear one of them, or press c to clear all.";
  const problems = numbersFilter(state.numbers).problems;
  byId("numbers-problem").textContent = problems.length
    ? `No paper is called ${problems.map((part) => `“${part}”`).join(", ")}. Write numbers and ranges, such as 12 45 77-80.` : "";
}

function showFilterFields() {
  for (const name of filterNames) {
    const field = byId(name);
    // A field that is being typed in is left alone, or the cursor would jump.
    if (field !== document.activeElement || field.tagName === "SELECT") field.value = state[name];
  }
}

function showHeads() {
  byId("heads").replaceChildren(...columns.map((column) => {
    const isUp = state.sort === column.id;
    const isDown = state.sort === `-${column.id}`;
    const button = element("button", { type: "button", title: column.help, "data-sort": column.id }, column.head);
    return element(
      "th", { scope: "col", class: classesOf(column), "aria-sort": isUp ? "ascending" : isDown ? "descending" : null }, button);
  }));
}

byId("heads").addEventListener("click", (event) => {
  const column = columns.find((column) => column.id === event.target.dataset.sort);
  if (!column) return;
  const first = column.startsHigh ? `-${column.id}` : column.id;
  const second = column.startsHigh ? column.id : `-${column.id}`;
  go({ sort: state.sort === first ? second : state.sort === second ? "" : first }, { replacing: true });
  document.querySelector(`[data-sort="${column.id}"]`)?.focus();
});

/** Makes rows until at least `count` stand in the page. */
function makeRows(count) {
  const isPerson = state.view === "person";
  const next = shownPapers.slice(madeCount, count);
  madeCount += next.length;
  byId(isPerson ? "person-rows" : "rows").append(...next.map(isPerson ? personItem : tableRow));
}

function tableRow(paper) {
  return element("tr", {}, columns.map((column) =>
    element(column.isRowHead ? "th" : "td",
      { class: classesOf(column), scope: column.isRowHead ? "row" : null, "data-head": column.head }, column.cell(paper))));
}

function personItem(paper) {
  return element("li", {},
    element("a", { href: addressOf({ ...state, paper: paper.key }), "data-key": paper.key },
      element("span", { class: "name" }, paper.id ? "#" : "", isolated(paper.name)), " ",
      titleText(paper)),
    element("p", {}, isolated(paper.why ?? "")));
}

new IntersectionObserver((entries) => {
  if (entries.some((entry) => entry.isIntersecting) && madeCount < shownPapers.length) makeRows(madeCount + portion);
}, { rootMargin: "1500px" }).observe(byId("more"));

// A printed list has all its rows.
addEventListener("beforeprint", () => { if (!byId("list").hidden) makeRows(shownPapers.length); });
