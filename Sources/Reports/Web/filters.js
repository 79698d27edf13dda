// Which papers are shown.

/** Reads `12 #45 77-80`. Returns the test for a paper, and the parts that are no paper numbers. */
function numbersFilter(text) {
  const parts = text.split(/[\s,;]+/).filter(Boolean);
  const singles = new Set();
  const ranges = [];
  const problems = [];
  for (const part of parts) {
    const range = part.match(/^#?(\d+)[-–]#?(\d+)$/);
    if (range) {
      const ends = [Number(range[1]), Number(range[2])];
      ranges.push([Math.min(...ends), Math.max(...ends)]);
    } else if (/^\d+$/.test(part) || paperByKey.has(part)) {
      singles.add(part);
    } else if (/^#\d+$/.test(part)) {
      singles.add(part.slice(1));
    } else if (!/^(#?\d+[-–]#?|#)$/.test(part)) {
      // `77-` is a range still being typed, and so is `#`.
      problems.push(part);
    }
  }
  const matches = (paper) =>
    singles.has(paper.key) || (paper.number != null
      && (singles.has(String(paper.number)) || ranges.some(([from, to]) => paper.number >= from && paper.number <= to)));
  return { matches: parts.length ? matches : null, problems };
}

/** All words must occur; words in quotes must occur as they stand. */
function wordsFilter(text) {
  const wanted = [...folded(text).matchAll(/"([^"]+)"?|(\S+)/g)].map((match) => (match[1] ?? match[2]).trim())
    .filter(Boolean);
  if (!wanted.length) return null;
  return (paper) => wanted.every((word) => searchText(paper).includes(word));
}

function labelFilter(id, labels, assigned) {
  if (!id) return null;
  if (id === "-") return (paper) => paper[assigned].length === 0;
  const place = labels.findIndex((label) => label.id === id);
  return (paper) => paper[assigned].includes(place);
}

/** A verdict asks for papers whose gravest verdict it is, a rule for papers in which it is open. */
function findingFilter(id) {
  if (!id) return null;
  if (verdictWords.has(id)) return (paper) => paper.verdict === id;
  return (paper) => paper.findings.some((finding) => finding.rule === id);
}

function reasonFilter(id) {
  if (!id) return null;
  if (id === "any") return (paper) => paper.personRank != null;
  if (id === "-") return (paper) => paper.personRank == null;
  return (paper) => paper.reasons.includes(id);
}

/** The papers that pass all filters of a state, in the order of the run. */
function filteredPapers(state) {
  const tests = [
    numbersFilter(state.numbers).matches,
    labelFilter(state.topic, data.labels.topics, "assignedTopics"),
    labelFilter(state.group, data.labels.groups, "assignedGroups"),
    findingFilter(state.finding),
    reasonFilter(state.reason),
    state.view === "person" ? reasonFilter("any") : null,
    wordsFilter(state.words),
  ].filter(Boolean);
  return papers.filter((paper) => tests.every((test) => test(paper)));
}

const isFiltered = (state) => filterNames.some((name) => state[name] !== "");

/** Fills the menus once, each choice with its number of papers. */
function fillFilterMenus() {
  const choice = (value, words, test) => {
    const count = papers.filter(test).length;
    return count === 0 ? null : element("option", { value }, `${words} (${count.toLocaleString("en")})`);
  };
  const all = (words) => element("option", { value: "" }, words);
  const group = (label, choices) => {
    const some = choices.filter(Boolean);
    return some.length ? element("optgroup", { label }, some) : null;
  };
  const labels = (list, assigned) => [
    ...list.map((label) => choice(label.id, label.name, labelFilter(label.id, list, assigned))),
    choice("-", "None", labelFilter("-", list, assigned)),
  ];
  const fill = (id, ...choices) => byId(id).append(...choices.flat().filter(Boolean));
  fill("topic", all("All"), labels(data.labels.topics, "assignedTopics"));
  fill("group", all("All"), labels(data.labels.groups, "assignedGroups"));
  fill(
    "finding", all("All"),
    group("The gravest of a paper", verdictGravity.map((id) => choice(id, verdictWords.get(id), findingFilter(id)))),
    group("Rule", data.rules.map((rule) => choice(rule.id, rule.words, findingFilter(rule.id)))));
  fill(
    "reason", all("All"), choice("any", "Any reason", reasonFilter("any")),
    choice("-", "Nothing to look at", reasonFilter("-")),
    group("Doubts", data.reasons.map((reason) => choice(reason.id, reason.words, reasonFilter(reason.id)))));
  if (!data.labels.groups.length) byId("group").parentElement.hidden = true;
}
