import { offers } from "./api.js";
import { el } from "./dom.js";
import { t } from "./i18n.js";
import { address, state } from "./state.js";

let events = null;
let following = "";

/** Listens for a newer release and offers it; what the reader looks at stays where it is. */
export async function follow(shown) {
  if (following || state().release || !(await offers("events"))) return;
  following = shown;
  listen();
  document.addEventListener("visibilitychange", listen);
  addEventListener("pageshow", listen);
  addEventListener("pagehide", stop);
}

/**
 * A browser has six connections to a server for all its windows, and each listener holds one: only
 * what is seen listens. The server tells the newest release to whoever comes back.
 */
function listen() {
  if (document.visibilityState !== "visible") {
    stop();
    return;
  }
  if (events) return;
  events = new EventSource("api/v1/events");
  events.addEventListener("release", (event) => {
    const newer = releaseOf(event.data);
    if (newer && newer !== following && !document.getElementById("newer")) document.body.append(banner(newer));
  });
  // Tiles that show what is live look again.
  events.addEventListener("alerts", () => document.dispatchEvent(new CustomEvent("live-alerts")));
}

function stop() {
  if (events) events.close();
  events = null;
}

/** The event's release, as text or as {release}. */
function releaseOf(data) {
  try {
    const found = JSON.parse(data);
    return typeof found === "string" ? found : found.release;
  } catch {
    return data;
  }
}

function banner(newer) {
  const box = el(
    "aside",
    { id: "newer", class: "newer", role: "status" },
    el("span", {}, t("new.release") + " ", el("strong", {}, newer)),
    // Another release means other documents: the page begins anew.
    el("button", { type: "button", class: "small primary", onclick: () => location.assign(address({ release: "" })) }, t("reload")),
    el("button", { type: "button", class: "small", onclick: () => box.remove() }, t("dismiss")),
  );
  return box;
}
