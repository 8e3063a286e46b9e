import { ask } from "./api.js";
import { chip, el } from "./dom.js";
import { number, pick, t } from "./i18n.js";
import { granted, refusal, signedIn } from "./session.js";
import { time } from "./times.js";

const TONES = { red: "bad", orange: "bad", yellow: "warn", blue: "" };

/**
 * Alerts of live streams as they are now, the most urgent first; those who are granted to may
 * acknowledge one. The list follows the stream while it is seen.
 */
export async function render(parameters, id) {
  let found;
  try {
    found = (await signedIn()) ? await ask("live/alerts") : null;
  } catch (error) {
    if (error.status !== 403 && error.status !== 404) throw error;
    found = null;
  }
  if (!found) return { empty: await refusal("live-alerts", "live.server") };
  const who = await granted("live-alerts", "acknowledge");
  const sum = el("p", { class: "note", role: "status" });
  const place = el("ul", { class: "warnings" });

  function show(told) {
    sum.textContent = told.alerts.length ? t("live.sum", { open: number(told.open, 0), ended: number(told.ended, 0) }) : t("live.none");
    const shown = parameters.limit ? told.alerts.slice(0, parameters.limit) : told.alerts;
    place.replaceChildren(...shown.map((alert, at) => item(alert, who, id + "-" + at, look)));
  }

  async function look() {
    if (!place.isConnected) {
      document.removeEventListener("live-alerts", look);
      return;
    }
    const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.focus : null;
    try {
      show(await ask("live/alerts"));
    } catch (error) {
      sum.textContent = t("failed") + error.message;
    }
    const again = focused && place.querySelector('[data-focus="' + focused + '"]');
    if (again) again.focus();
  }
  show(found);
  document.addEventListener("live-alerts", look);
  return { body: [sum, place], explain: [el("p", {}, t("live.how"))] };
}

function item(alert, who, focus, look) {
  const measure = alert.measure === null ? null : " · " + number(alert.measure);
  return el(
    "li",
    { class: "warning " + (alert.open ? alert.level : "ended") },
    chip(t("live.level." + alert.level), alert.open ? TONES[alert.level] : ""),
    el(
      "div",
      {},
      el("strong", {}, pick(alert, "name")),
      " ",
      el("span", { class: "where" }, alert.series, measure),
      el("p", {}, t("live.kind." + alert.kind) + " " + time(alert.happened_at) + " · " + t("live.since") + " " + time(alert.opened_at), alert.who ? " · " + t("live.told") + " " + alert.who : null),
      alert.owner ? el("p", { class: "where" }, t("owner") + " " + alert.owner) : null,
    ),
    alert.acknowledgements.length
      ? el("span", { class: "where" }, t("acknowledged") + " · " + alert.acknowledgements.map((a) => a.user).join(", "))
      : who && alert.open
        ? acknowledge(alert, who, focus, look)
        : null,
  );
}

function acknowledge(alert, who, focus, look) {
  const button = el(
    "button",
    {
      type: "button",
      class: "small",
      "data-focus": focus,
      onclick: async () => {
        button.disabled = true;
        try {
          await ask("live/alerts/" + encodeURIComponent(alert.id) + "/acknowledgement", "POST", {}, who.csrf);
          await look();
        } catch (error) {
          button.disabled = false;
          button.textContent = t("failed") + error.message;
        }
      },
    },
    t("acknowledge"),
  );
  return button;
}
