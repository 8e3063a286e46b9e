import { state } from "./state.js";

/** Reads the API; each document is fetched once per release. */
const known = new Map();
let release = "";

export async function resolveRelease() {
  const asked = state().release;
  const found = await fetchJson("api/v1/releases");
  release = asked || found.newest;
  return release;
}

export function load(path) {
  const address = "api/v1/" + path + "?release=" + encodeURIComponent(release);
  if (!known.has(address)) known.set(address, fetchJson(address));
  return known.get(address);
}

export function loadPages() {
  if (!known.has("pages")) known.set("pages", fetchJson("api/v1/pages"));
  return known.get("pages");
}

export function loadFile(path) {
  if (!known.has(path)) known.set(path, fetchJson(path));
  return known.get(path);
}

async function fetchJson(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) {
    let detail = String(answer.status);
    try {
      detail = (await answer.json()).detail || detail;
    } catch {
      // No problem document: the status must do.
    }
    const error = new Error(detail);
    error.status = answer.status;
    throw error;
  }
  return answer.json();
}
