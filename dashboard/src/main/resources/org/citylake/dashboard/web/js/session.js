import { ask, offers } from "./api.js";
import { el } from "./dom.js";
import { t } from "./i18n.js";
import { change } from "./state.js";

let current = null;

/** Who is signed in: {user, csrf}, or null for a visitor. */
export async function signedIn() {
  if (!(await offers("session"))) return null;
  if (current === null) current = ask("session").catch(() => ({}));
  const found = await current;
  return found && found.user ? found : null;
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
  const problem = el("p", { class: "notice warn", role: "alert", hidden: true });
  const user = el("input", { id: "sign-in-user", name: "user", autocomplete: "username", required: true });
  const password = el("input", { id: "sign-in-password", name: "password", type: "password", autocomplete: "current-password", required: true });
  const box = el("dialog", { class: "sign-in", "aria-labelledby": "sign-in-title" });
  const close = () => {
    box.close();
    box.remove();
  };
  const form = el(
    "form",
    {
      onsubmit: async (event) => {
        event.preventDefault();
        try {
          current = await ask("session", "POST", { user: user.value, password: password.value });
          close();
          change({});
        } catch (error) {
          problem.hidden = false;
          problem.textContent = t("sign.in.failed") + error.message;
          password.value = "";
          password.focus();
        }
      },
    },
    el("h2", { id: "sign-in-title" }, t("sign.in")),
    el("label", { for: "sign-in-user" }, t("user")),
    user,
    el("label", { for: "sign-in-password" }, t("password")),
    password,
    problem,
    el("p", { class: "buttons" }, el("button", { type: "submit", class: "small primary" }, t("sign.in")), el("button", { type: "button", class: "small", onclick: close }, t("cancel"))),
  );
  box.append(form);
  document.body.append(box);
  box.showModal();
  user.focus();
}
