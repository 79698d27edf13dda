// The columns of the list: head, order and cell.

const topicName = (place) => data.labels.topics[place].name;
const groupName = (place) => data.labels.groups[place].name;

/** The probability that the list shows: of the topic or group asked for, else of the primary topic. */
function probabilityShown(paper) {
  const topic = data.labels.topics.findIndex((label) => label.id === state.topic);
  if (topic >= 0) return paper.topics[topic];
  const group = data.labels.groups.findIndex((label) => label.id === state.group);
  if (group >= 0) return paper.groups[group];
  return paper.primary == null ? null : paper.topics[paper.primary];
}

const inHundredths = (probability) => probability == null ? "" : probability.toFixed(2);

/** The verdict as words with a shape, so that colour alone says nothing. */
function badge(verdict, count) {
  if (!verdict) return "";
  const words = verdictWords.get(verdict) + (count > 1 ? ` (${count})` : "");
  return element("span", { class: `badge ${verdict}` }, words);
}

const titleText = (paper) => paper.title
  ? isolated(paper.title) : element("span", { class: "none" }, paper.error ? "Could not be read" : "No title");

const openCount = (paper) => paper.findings.filter((finding) => finding.verdict === paper.verdict).length;

/** `value` gives what is compared: a number or a text; null goes last in either direction. */
const columns = [
  {
    id: "paper", head: "Paper", kind: "number",
    value: (paper) => paper.number ?? paper.name,
    cell: (paper) => [isolated(paper.name)],
  },
  {
    id: "title", head: "Title", isRowHead: true,
    value: (paper) => paper.title ? folded(paper.title) : null,
    cell: (paper) => [element("a", { href: addressOf({ ...state, paper: paper.key }), "data-key": paper.key },
      titleText(paper))],
  },
  {
    id: "topics", head: "Topics", kind: "tags",
    value: (paper) => paper.primary == null ? null : folded(topicName(paper.primary)),
    cell: (paper) => [tags(topicTags(paper))],
  },
  {
    id: "groups", head: "Groups", kind: "tags",
    value: (paper) => paper.assignedGroups.length ? folded(groupName(paper.assignedGroups[0])) : null,
    cell: (paper) => [tags(paper.assignedGroups.map((place) => ({ name: groupName(place) })))],
    isShown: () => data.labels.groups.length > 0,
  },
  {
    id: "probability", head: "Prob.", kind: "number", startsHigh: true,
    help: "Probability of the topic or group chosen above, else of the paper’s first topic",
    value: probabilityShown,
    cell: (paper) => [inHundredths(probabilityShown(paper))],
  },
  {
    id: "finding", head: "Findings",
    value: (paper) => paper.verdict ? gravity(paper.verdict) * 1000 - openCount(paper) : null,
    cell: (paper) => [badge(paper.verdict, openCount(paper))],
    isShown: () => data.rules.length > 0,
  },
  {
    id: "person", head: "For a person",
    value: (paper) => paper.personRank,
    cell: (paper) => [paper.why ? isolated(paper.why) : ""],
  },
  {
    id: "pages", head: "Pages", kind: "number", startsHigh: true,
    value: (paper) => paper.pageCount ?? null,
    cell: (paper) => [paper.pageCount == null ? "" : String(paper.pageCount)],
  },
].filter((column) => column.isShown?.() ?? true);

/** The assigned topics, the primary one first. */
const topicTags = (paper) => paper.assignedTopics
  .map((place) => ({ name: topicName(place), isPrimary: place === paper.primary }))
  .sort((left, right) => right.isPrimary - left.isPrimary);

function tags(names) {
  if (!names.length) return "";
  return element("ul", { class: "tags" }, names.map(({ name, isPrimary }) =>
    element("li", { class: isPrimary ? "primary" : null }, isolated(name))));
}

/** A cell's classes: its column, and how it is set. */
const classesOf = (column) => [column.id, column.kind].filter(Boolean).join(" ");

const collator = new Intl.Collator("en", { numeric: true });

function compareValues(left, right) {
  if (typeof left === "number" && typeof right === "number") return left - right;
  return collator.compare(String(left), String(right));
}

/** `title` sorts upwards, `-title` downwards; equal papers keep the order of the run. */
function sorted(list, sort) {
  const column = columns.find((column) => column.id === sort.replace(/^-/, ""));
  if (!column) return list;
  const sign = sort.startsWith("-") ? -1 : 1;
  const keyed = list.map((paper) => ({ paper, value: column.value(paper) }));
  keyed.sort((left, right) => {
    if (left.value == null || right.value == null) return (left.value == null) - (right.value == null);
    return sign * compareValues(left.value, right.value);
  });
  return keyed.map((item) => item.paper);
}
