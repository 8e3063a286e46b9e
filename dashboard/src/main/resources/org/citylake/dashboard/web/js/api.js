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

/** What a release made before its documents were listed has for certain. */
const FIRST = ["release", "districts", "indicators", "targets", "index", "loads", "series"];

/** Whether the release has documents of that kind; asking for one that is not there is no error. */
export async function has(kind) {
  const about = await load("release");
  return (about.documents || FIRST).includes(kind);
}

/** Whether the server offers more than documents: sessions, events, cases. */
export async function offers(feature) {
  return ((await loadPages()).features || []).includes(feature);
}

/** Asks the server for something that changes, such as a session: never kept. */
export function ask(path, method, body, csrf) {
  const headers = { Accept: "application/json" };
  if (body) headers["Content-Type"] = "application/json";
  if (csrf) headers["X-CSRF-Token"] = csrf;
  return fetchJson("api/v1/" + path, { method: method || "GET", body: body ? JSON.stringify(body) : undefined, headers });
}

export function shownRelease() {
  return release;
}

export function loadPages() {
  if (!known.has("pages")) known.set("pages", fetchJson("api/v1/pages"));
  return known.get("pages");
}

export function loadFile(path) {
  if (!known.has(path)) known.set(path, fetchJson(path));
  return known.get(path);
}

async function fetchJson(address, options) {
  const answer = await fetch(address, options || { headers: { Accept: "application/json" } });
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
  return answer.status === 204 ? null : answer.json();
}
