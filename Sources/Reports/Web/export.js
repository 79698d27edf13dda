// The rows shown as a CSV file, with the columns and the care of `papers.csv`.

/** As `CSVText` writes a field: control characters out, formulas made text, quoted where needed. */
function csvField(value) {
  let text = String(value ?? "").replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, "");
  if (/^[=+\-@\t\n＝＋－＠]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text)) text = `'${text}`;
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvText(list) {
  const isChair = data.audience === "chair";
  const { topics, groups } = data.labels;
  const head = [
    "id", "file", "title", "primary", "topics", "groups", "scope", "needs_review", "review_reasons", "page_count",
    "verdict", "findings", "warnings", "error",
    ...topics.map((label) => `p_topic_${label.id}`), ...groups.map((label) => `p_group_${label.id}`),
    ...(isChair ? ["authors"] : []),
  ];
  const ids = (places, labels) => places.map((place) => labels[place].id).join(";");
  const probabilities = (values, labels) => labels.map((_, place) => values[place] ?? "");
  const rows = list.map((paper) => [
    paper.id, paper.file, paper.title, topics[paper.primary]?.id, ids(paper.assignedTopics, topics),
    ids(paper.assignedGroups, groups), paper.scope?.verdict, paper.needsReview ? "yes" : "no", paper.reasons.join(";"),
    paper.pageCount, paper.verdict, paper.findings.map((finding) => `${finding.rule}:${finding.verdict}`).join(";"),
    paper.warnings.join(";"), paper.error, ...probabilities(paper.topics, topics), ...probabilities(paper.groups, groups),
    ...(isChair ? [paper.authors.join(";")] : []),
  ]);
  return [head, ...rows].map((row) => `${row.map(csvField).join(",")}\n`).join("");
}

function saveShownRows() {
  if (!shownPapers.length) return;
  const address = URL.createObjectURL(new Blob([csvText(shownPapers)], { type: "text/csv" }));
  element("a", { href: address, download: "papers-shown.csv" }).click();
  // The browser reads the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

byId("export").addEventListener("click", saveShownRows);
