/** What is chosen stands in the address, so that every view can be linked to. */

const KEYS = ["page", "lang", "theme", "indicator", "period", "district", "part", "edition", "other", "release"];

/** What a page chose for itself; another page begins without it. */
export const OWN = { indicator: "", period: "", edition: "", other: "" };
const listeners = [];

export function state() {
  const query = new URLSearchParams(location.search);
  const found = {};
  for (const key of KEYS) found[key] = query.get(key) || "";
  found.lang = found.lang === "en" ? "en" : "zh";
  if (found.theme !== "light" && found.theme !== "dark") found.theme = "";
  return found;
}

/** Changes what is chosen, or goes to an address such as "?page=index". */
export function change(values, target) {
  const search = target || address(values);
  history.pushState(null, "", location.pathname + (search === "?" ? "" : search));
  listeners.forEach((listener) => listener());
}

export function address(values) {
  const query = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(values)) {
    if (value) query.set(key, value);
    else query.delete(key);
  }
  return "?" + query.toString();
}

export function onChange(listener) {
  listeners.push(listener);
  addEventListener("popstate", listener);
}
