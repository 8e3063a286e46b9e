import { ask, offers } from "./api.js";
import { formDialog } from "./dialog.js";
import { el } from "./dom.js";
import { t } from "./i18n.js";
import { change, state } from "./state.js";

let current = null;

/** Who is signed in: {user, actions, csrf}, or null for a visitor. */
export async function signedIn() {
  if (!(await offers("session"))) return null;
  if (current === null) current = ask("session").catch(() => ({}));
  const found = await current;
  return found && found.user ? found : null;
}

/** Whoever is signed in and may do one of these, where the server offers it; else null. */
export async function granted(feature, ...actions) {
  const who = (await offers(feature)) ? await signedIn() : null;
  return who && actions.some((action) => who.actions.includes(action)) ? who : null;
}

/** Why somebody may not, in words: none of his groups may, else what the text says of the feature. */
export async function refusal(feature, text) {
  return t((await offers(feature)) && (await signedIn()) ? "not.granted" : text);
}

/** The button to sign in or out; empty where the server knows no users. */
export function session() {
  const place = el("span", { class: "session" });
  offers("session").then(async (offered) => {
    if (!offered) return;
    const who = await signedIn();
    place.replaceChildren(
      who
        ? el("button", { type: "button", class: "small", "data-focus": "session", onclick: () => leave(who) }, t("sign.out") + " " + who.user)
        : el("button", { type: "button", class: "small", "data-focus": "session", onclick: dialog }, t("sign.in")),
    );
  });
  return place;
}

async function leave(who) {
  await ask("session", "DELETE", null, who.csrf);
  current = null;
  change({});
}

function dialog() {
  const user = el("input", { id: "sign-in-user", name: "user", autocomplete: "username", required: true });
  const password = el("input", { id: "sign-in-password", name: "password", type: "password", autocomplete: "current-password", required: true });
  const fields = [{ label: t("user"), input: user }, { label: t("password"), input: password }];
  formDialog("sign-in", t("sign.in"), fields, t("sign.in"), async () => {
    try {
      current = await ask("session", "POST", { user: user.value, password: password.value });
    } catch (error) {
      password.value = "";
      throw error;
    }
    // Whoever works for a district begins with it, not with all of them.
    change(current.area && !state().district ? { district: current.area.slice(0, 6) } : {});
  });
}
