// The page's state is its address: view, filters, order and open paper stand after the `#`, so that an address can be
// sent to a colleague, and the browser's back button does what it says.

const defaults = {
  view: "overview", paper: "", words: "", numbers: "", topic: "", group: "", finding: "", reason: "", sort: "",
};
const filterNames = ["words", "numbers", "topic", "group", "finding", "reason"];

function stateFromAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  const state = { ...defaults };
  for (const name of Object.keys(defaults)) state[name] = given.get(name) ?? defaults[name];
  if (!["overview", "papers", "person"].includes(state.view)) state.view = "overview";
  if (!paperByKey.has(state.paper)) state.paper = "";
  // A paper stands in front of a list, which gives it its neighbours.
  if (state.paper && state.view === "overview") state.view = "papers";
  return state;
}

/** The address of a state; what is as usual is left out. */
function addressOf(state) {
  const given = new URLSearchParams();
  for (const [name, usual] of Object.entries(defaults)) {
    if (name === "view" || state[name] !== usual) given.set(name, state[name]);
  }
  return `#${given}`;
}

let state = stateFromAddress();

/**
 * Changes the state. Typing in a filter replaces the address, going somewhere adds one, so that Back leads to the last
 * place and not to the last letter.
 */
function go(change, { replacing = false } = {}) {
  const address = addressOf({ ...state, ...change });
  if (address === location.hash) return;
  // Some browsers limit how often a page may change its history; the page itself must go on then.
  try {
    history[replacing ? "replaceState" : "pushState"](null, "", address);
    state = stateFromAddress();
  } catch {
    state = { ...state, ...change };
  }
  show();
}
