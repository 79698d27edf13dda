// Building elements. Text only ever becomes a text node: nothing in this script parses a string as HTML, so that no
// title or abstract can become markup.

const byId = (id) => document.getElementById(id);

/** Makes an element. `attributes` are set as they are; children are elements or strings, null and false left out. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value != null) made.setAttribute(key, value);
  }
  made.append(...children.flat().filter((child) => child != null && child !== false));
  return made;
}

/** A text from a paper: its direction is its own and does not reach the text around it. */
const isolated = (text) => element("bdi", {}, text);

const svgNamespace = "http://www.w3.org/2000/svg";

/** Makes an SVG element; sizes are attributes, because the page's policy forbids style attributes. */
function shape(name, attributes, ...children) {
  const made = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** `3,000 papers`, `1 paper`. */
const counted = (number, one, many) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
