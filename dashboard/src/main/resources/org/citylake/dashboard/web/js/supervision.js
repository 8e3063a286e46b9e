import { ask } from "./api.js";
import { formDialog } from "./dialog.js";
import { chip, el } from "./dom.js";
import { t } from "./i18n.js";
import { granted } from "./session.js";

let asked = { user: "", requests: null };

/**
 * The supervision (督办) of a figure or a case: its state, and the button that asks for it, null
 * for whoever may answer alone. Null for readers who may neither.
 *
 * @param wanted {kind: "figure", subject, ref_area, time_period} or {kind: "case", subject}
 * @param name what it is of, in words
 * @param focus name of the button's place
 */
export async function supervision(wanted, name, focus) {
  const who = await granted("supervision", "supervise", "answer");
  if (!who) return null;
  const known = await requests(who.user);
  const state = el("span", { class: "supervised", role: "status" });
  const show = () => state.replaceChildren(...told(known.filter((r) => isOf(r, wanted))));
  const button = el("button", { type: "button", class: "small", "data-focus": focus, "aria-label": t("supervise") + ": " + name, onclick: open }, t("supervise"));
  function open() {
    const note = el("textarea", { id: "supervise-note", rows: 3, maxlength: 500 });
    formDialog("supervise", t("supervise") + " · " + name, [{ label: t("supervise.note"), input: note }], t("supervise"), async () => {
      const made = await ask("supervisions", "POST", { ...wanted, note: note.value }, who.csrf);
      if (!known.some((r) => r.number === made.number)) known.push(made);
      show();
    });
  }
  show();
  return { state, button: who.actions.includes("supervise") ? button : null };
}

/** What is not closed yet stands on the tile, with its newest step. */
function told(found) {
  return found
    .filter((r) => r.state !== "closed")
    .map((r) => {
      const newest = r.steps[r.steps.length - 1];
      return el("span", {}, chip(t(r.state === "answered" ? "supervised.answered" : "supervised"), "model"), " ", el("span", { class: "where" }, newest.user + " · " + newest.at.slice(0, 10) + (newest.note ? " · " + newest.note : "")));
    });
}

function isOf(request, wanted) {
  return request.kind === wanted.kind && request.subject === wanted.subject && (wanted.kind === "case" || (request.ref_area === wanted.ref_area && request.time_period === wanted.time_period));
}

/**
 * Sends an answer or a closing and keeps what it became.
 *
 * @param step "answer" or "closure"
 */
export async function take(supervision, step, note, csrf) {
  Object.assign(supervision, await ask("supervisions/" + supervision.number + "/" + step, "POST", { note }, csrf));
}

/** What was asked for so far, oldest first, fetched once for all tiles of a user. */
export function requests(user) {
  if (asked.user !== user) asked = { user, requests: ask("supervisions").then((answer) => answer.supervisions) };
  return asked.requests;
}
