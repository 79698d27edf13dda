// The abstract with the words that speak for and against one tag, where the classifier told them.

/** The abstract's paragraph: plain, or cut into marked and unmarked pieces. */
function abstractText(paper, marks) {
  const text = paper.abstract ?? "";
  if (!marks) return element("p", { class: "abstract", dir: "auto" }, text);
  const largest = Math.max(...marks.words.map(([, , weight]) => Math.abs(weight)));
  const pieces = [];
  let from = 0;
  for (const [start, end, weight] of marks.words) {
    if (start < from) continue;
    const strength = Math.max(1, Math.ceil((Math.abs(weight) / largest) * 3));
    const side = weight < 0 ? "against" : "for";
    const words = `${weight < 0 ? "" : "+"}${weight.toFixed(2)}`;
    pieces.push(text.slice(from, start), element("mark", { class: `${side} s${strength}`, title: words }, text.slice(start, end)));
    from = end;
  }
  return element("p", { class: "abstract", dir: "auto" }, pieces, text.slice(from));
}

/** The abstract, and the choice of the tag whose words are marked. */
function abstractSection(paper) {
  if (!paper.abstract) return element("section", {}, element("h2", {}, "Abstract"), element("p", { class: "none" }, "None was found."));
  const heading = element("h2", {}, "Abstract");
  if (!paper.marks?.length) return element("section", {}, heading, abstractText(paper, null));
  const nameOf = (marks) => data.labels[marks.kind][marks.label].name;
  const menu = element("select", { id: "marked-tag" },
    element("option", { value: "" }, "no tag"),
    paper.marks.map((marks, place) => element("option", { value: place }, nameOf(marks))));
  const first = paper.marks.findIndex((marks) => marks.kind === "topics" && marks.label === paper.primary);
  menu.value = first < 0 ? "" : String(first);
  let shown = abstractText(paper, paper.marks[first]);
  menu.addEventListener("change", () => {
    const anew = abstractText(paper, menu.value === "" ? null : paper.marks[Number(menu.value)]);
    shown.replaceWith(anew);
    shown = anew;
  });
  return element("section", {}, heading,
    element("p", { class: "note marks-key" }, element("label", {}, "Mark the words that speak ",
      element("mark", { class: "for s2" }, "for"), " and ", element("mark", { class: "against s2" }, "against"), " ", menu)),
    shown);
}
