// The picture of a paper's first page, small on the paper's page and large in a dialog.

const isBlind = data.audience === "blind";

function pageImage(paper) {
  return element("img", {
    src: paper.picture.address, width: paper.picture.width, height: paper.picture.height,
    alt: `First page of paper ${paper.name}${isBlind ? ", authors covered" : ""}`, loading: "lazy", decoding: "async",
  });
}

function pictureSection(paper) {
  if (!paper.picture) return null;
  if (!paper.picture.address) {
    return element("p", { class: "note no-picture" }, isBlind
      ? "No picture of the first page: it is not certain what would have to be covered."
      : "No picture of the first page: it could not be drawn.");
  }
  const button = element("button", { type: "button", class: "page", "aria-keyshortcuts": "f", title: "Enlarge" }, pageImage(paper));
  button.addEventListener("click", openPicture);
  return element("figure", { class: "page" }, button,
    element("figcaption", {}, element("strong", {}, "First page"),
      element("span", {}, isBlind ? "Authors, notes and links are covered." : null),
      element("span", { class: "keys" }, "Click or press ", element("kbd", {}, "f"), " to enlarge.")));
}

/** Shows the page large; the dialog is closed by a click, Esc or the same key. */
function openPicture() {
  const paper = paperByKey.get(state.paper);
  if (!paper?.picture?.address) return;
  byId("picture-title").replaceChildren("First page of paper ", isolated(paper.name));
  byId("picture-frame").replaceChildren(pageImage(paper));
  byId("picture").showModal();
  byId("picture-frame").scrollTop = 0;
}

const closePicture = () => byId("picture").close();

byId("picture").addEventListener("click", (event) => {
  // Beside the page or on it; a drag that marks nothing is a click as well.
  if (event.target.closest("form") === null) closePicture();
});
byId("picture").addEventListener("keydown", (event) => {
  if (event.key === "f" && !event.ctrlKey && !event.metaKey && !event.altKey) closePicture();
  event.stopPropagation();
});
