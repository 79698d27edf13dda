// The papers and the words of the codes in them. Everything the script shows comes from this block.

const data = JSON.parse(byId("data").textContent);
const papers = data.papers;

const wordsOf = (list) => new Map(list.map((item) => [item.id, item.words]));
const ruleWords = wordsOf(data.rules);
const reasonWords = wordsOf(data.reasons);
const warningWords = wordsOf(data.warnings);
const verdictWords = wordsOf(data.verdicts);

const verdictGravity = ["fail", "look", "could_not_check", "pass"];
const gravity = (verdict) => {
  const place = verdictGravity.indexOf(verdict);
  return place < 0 ? verdictGravity.length : place;
};

/** Text as searching compares it: without accents, width or case. */
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

papers.forEach((paper, index) => {
  paper.index = index;
  // The key stands in the page's address. Papers without an id are known by their place in this report.
  paper.key = paper.id ?? `@${index + 1}`;
  // A path is shown whole on the paper's page; in a list its last part tells files apart well enough.
  paper.name = paper.id ?? paper.file?.split("/").filter(Boolean).at(-1) ?? paper.key;
  const digits = (paper.id ?? "").match(/(\d+)\D*$/);
  paper.number = digits ? Number(digits[1]) : null;
  paper.personRank = null;
});
// Files need a wider column than numbers.
byId("table").classList.toggle("has-files", papers.some((paper) => paper.id == null));
data.person.forEach((index, rank) => { papers[index].personRank = rank; });

const paperByKey = new Map(papers.map((paper) => [paper.key, paper]));

/** What the search for words looks into; made when first needed and kept. */
function searchText(paper) {
  paper.searchText ??= folded(
    [paper.name, paper.file, paper.title, paper.abstract, ...paper.keywords, ...(paper.authors ?? [])].filter(Boolean).join("\n"));
  return paper.searchText;
}
