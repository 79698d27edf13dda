// The page of one paper.

function goToNeighbour(by) {
  const here = shownPapers.findIndex((paper) => paper.key === state.paper);
  const there = shownPapers[here + by];
  if (here >= 0 && there) go({ paper: there.key }, { replacing: true });
}

function showPaper(paper) {
  const here = shownPapers.indexOf(paper);
  const title = element("h1", { id: "paper-title", tabindex: "-1", dir: "auto" }, titleText(paper));
  byId("paper").replaceChildren(
    paperBar(here),
    element("div", { class: "paper-columns" },
      element("header", {}, paperFacts(paper), title, assignedTags(paper)),
      element("div", { class: "main" }, personSection(paper), abstractSection(paper), findingsSection(paper)),
      element("div", { class: "side" }, pictureSection(paper), scoresSection(paper))));
  scrollTo(0, 0);
  title.focus({ preventScroll: true });
}

/** Where the paper stands in the list, and the ways from it. */
function paperBar(here) {
  const way = (words, key, paper) => paper
    ? element("a", { href: addressOf({ ...state, paper: paper.key }), "data-way": key, "aria-keyshortcuts": key }, words)
    : element("span", { class: "none" }, words);
  const bar = element("nav", { class: "paper-bar", "aria-label": "Papers of the list" },
    element("a", { href: addressOf({ ...state, paper: "" }), "data-way": "back" }, "← List"),
    element("span", { class: "place" }, here < 0 ? "not in the list shown" : `${(here + 1).toLocaleString("en")} of ${shownPapers.length.toLocaleString("en")}`),
    way("Previous", "k", here > 0 ? shownPapers[here - 1] : null),
    way("Next", "j", here >= 0 ? shownPapers[here + 1] : null));
  bar.addEventListener("click", (event) => {
    const by = { back: 0, j: 1, k: -1 }[event.target.dataset.way];
    // With a modifier the browser opens a tab or window instead.
    if (by == null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (by === 0) closePaper(); else goToNeighbour(by);
  });
  return bar;
}

function paperFacts(paper) {
  const facts = [
    element("span", {}, "Paper ", isolated(paper.name)),
    paper.pageCount == null ? null : element("span", {}, counted(paper.pageCount, "page", "pages")),
    paper.file && paper.file !== paper.name ? element("span", { class: "file" }, isolated(paper.file)) : null,
    paper.scope?.verdict === "in" || !paper.scope ? null
      : element("span", {}, `${paper.scope.verdict === "out" ? "outside the call" : "perhaps outside the call"} (on topic: ${inHundredths(paper.scope.probability)})`),
  ];
  const authors = (paper.authors ?? []).flatMap((name, place) => [place ? ", " : "By ", isolated(name)]);
  return element("div", {}, element("p", { class: "facts" }, facts),
    authors.length ? element("p", { class: "authors" }, authors) : null);
}

function assignedTags(paper) {
  const names = [
    ...topicTags(paper),
    ...paper.assignedGroups.map((place) => ({ name: groupName(place) })),
  ];
  return tags(names) || null;
}

function personSection(paper) {
  const doubts = [
    ...(paper.error ? [paper.error] : []),
    ...paper.reasons.map((reason) => reasonWords.get(reason)),
    ...paper.warnings.map((warning) => warningWords.get(warning)),
  ];
  if (!paper.why && !doubts.length) return null;
  const others = [...new Set(doubts)].filter((sentence) => !paper.why?.startsWith(sentence));
  return element("section", { class: "attention" }, element("h2", {}, paper.why ? "For a person" : "Doubts of the extraction"),
    paper.why ? element("p", { class: "why" }, isolated(paper.why)) : null,
    others.length ? element("ul", {}, others.map((sentence) => element("li", {}, isolated(sentence)))) : null);
}

/** A calibrated probability in words: so many of the papers with such a value carry the tag. */
function inWords(probability) {
  if (probability >= 0.995) return "nearly all";
  if (probability >= 0.95) return "over 19 in 20";
  if (probability < 0.005) return "nearly none";
  if (probability < 0.05) return "under 1 in 20";
  return `about ${Math.max(1, Math.round(probability * 10))} in 10`;
}

/** A bar from 0 to 1 with the threshold as a line across it. */
function scale(probability, threshold, isAssigned) {
  const drawing = shape("svg", { class: "scale", viewBox: "0 0 1000 16", preserveAspectRatio: "none", "aria-hidden": "true" },
    shape("rect", { class: "track", x: 0, y: 3, width: 1000, height: 10 }),
    shape("rect", { class: isAssigned ? "assigned" : "open", x: 0, y: 3, width: Math.round(probability * 1000), height: 10 }));
  if (threshold != null) drawing.append(shape("rect", { class: "threshold", x: Math.round(threshold * 1000) - 5, y: 0, width: 10, height: 16 }));
  return drawing;
}

function scoresTable(caption, labels, values, assigned) {
  const row = ({ label, value, isAssigned }) => element("tr", { class: isAssigned ? "assigned" : null },
    element("th", { scope: "row" }, isolated(label.name)),
    element("td", { class: "bar" }, scale(value, label.threshold, isAssigned)),
    element("td", { class: "number" }, inHundredths(value)),
    element("td", { class: "words" }, inWords(value)));
  const scores = labels.map((label, place) => ({ label, value: values[place], isAssigned: assigned.includes(place) }))
    .sort((left, right) => right.isAssigned - left.isAssigned || right.value - left.value);
  // What is assigned or likely enough to be asked about; at least three, so that there is something to compare with.
  const likely = scores.filter((score, place) => score.isAssigned || score.value >= 0.1 || place < 3);
  const rest = scores.slice(likely.length);
  const table = (rows) => element("table", { class: "scores" },
    element("thead", {}, element("tr", {}, element("th", { scope: "col" }, caption), element("td"),
      element("th", { scope: "col", class: "number" }, "Prob."), element("th", { scope: "col" }, "Carry it"))),
    element("tbody", {}, rows.map(row)));
  return [table(likely), rest.length
    ? element("details", {}, element("summary", {}, `${rest.length} more below ${inHundredths(Math.max(0.01, Math.ceil(rest[0].value * 100 + 0.01) / 100))}`), table(rest)) : null];
}

function scoresSection(paper) {
  if (!paper.topics.length && !paper.groups.length) {
    return element("section", {}, element("h2", {}, "Topics"), element("p", { class: "none" }, "There was no text to classify."));
  }
  const hasThresholds = [...data.labels.topics, ...data.labels.groups].some((label) => label.threshold != null);
  return element("section", {}, element("h2", {}, "Topics and groups"),
    element("p", { class: "note" }, "“Carry it”: of all papers with such a probability, so many carry the tag.",
      hasThresholds ? " The line across a bar is the threshold from which on the tag is given." : ""),
    data.labels.groups.length ? scoresTable("Group", data.labels.groups, paper.groups, paper.assignedGroups) : null,
    scoresTable("Topic", data.labels.topics, paper.topics, paper.assignedTopics));
}

function findingsSection(paper) {
  const names = (rules) => rules.map((rule) => ruleWords.get(rule) ?? rule).join(", ");
  const open = [...paper.findings].sort((left, right) => gravity(left.verdict) - gravity(right.verdict));
  if (!open.length && !paper.passed.length && !paper.notApplicable.length) return null;
  const item = (finding) => element("li", {},
    element("p", { class: "finding-head" }, badge(finding.verdict, 1), " ",
      element("strong", {}, ruleWords.get(finding.rule) ?? finding.rule), " ",
      finding.page ? element("span", { class: "note" }, `page ${finding.page}`) : null,
      finding.chairsOnly ? element("span", { class: "note" }, "chairs only") : null),
    element("p", {}, isolated(finding.message)),
    finding.evidence ? element("blockquote", { dir: "auto" }, finding.evidence) : null);
  return element("section", {}, element("h2", {}, "Findings"),
    open.length ? element("ul", { class: "findings" }, open.map(item)) : element("p", {}, "Nothing to look at."),
    paper.passed.length ? element("p", { class: "note" }, `Passed: ${names(paper.passed)}.`) : null,
    paper.notApplicable.length ? element("p", { class: "note" }, `Does not apply: ${names(paper.notApplicable)}.`) : null);
}
