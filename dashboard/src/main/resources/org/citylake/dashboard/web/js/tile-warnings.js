import { ask, has, load } from "./api.js";
import { areas } from "./areas.js";
import { chip, el } from "./dom.js";
import { number, period, pick, t } from "./i18n.js";
import { granted } from "./session.js";
import { OWN, address, state } from "./state.js";

/** Warnings in force, red before yellow; whoever is granted to may acknowledge one. */
export async function render(parameters, id) {
  if (!(await has("warnings"))) return { empty: t("empty.document") };
  const [{ warnings }, names] = await Promise.all([load("warnings"), areas()]);
  const district = state().district;
  const own = warnings.filter((w) => !district || w.ref_area === district || w.district === district);
  const rank = (w) => (w.level === "red" ? 0 : 1);
  own.sort((a, b) => rank(a) - rank(b) || b.time_period.localeCompare(a.time_period));
  const who = await granted("acknowledgement", "acknowledge");
  const seen = who ? await acknowledgements() : new Map();
  const shown = parameters.limit ? own.slice(0, parameters.limit) : own;
  const count = (level) => number(own.filter((w) => w.level === level).length, 0);
  return {
    link: parameters.limit ? address({ ...OWN, page: "warnings" }) : null,
    subtitle: t("warnings.sum", { red: count("red"), yellow: count("yellow") }),
    body: [
      el(
        "ul",
        { class: "warnings" },
        shown.map((w, at) =>
          el(
            "li",
            { class: "warning " + w.level },
            chip(t("warning." + w.level), w.level === "red" ? "bad" : "warn"),
            el("div", {}, el("a", { href: address({ ...OWN, page: "indicator", indicator: w.indicator_code, district: w.district || "" }) }, pick(w, "name")), " ", el("span", { class: "where" }, names.name(w.ref_area) + " · " + period(w.time_period)), w.synthetic ? [" ", chip(t("value_status.synthetic"), "warn")] : null, el("p", {}, pick(w, "message")), w.threshold === null ? null : el("p", { class: "where" }, t("warning.threshold") + " " + number(w.threshold))),
            seen.has(w.id) ? el("span", { class: "where" }, t("acknowledged") + " · " + seen.get(w.id)) : who && w.id ? acknowledge(w, who, id + "-" + at) : null,
          ),
        ),
      ),
      shown.length < own.length ? el("p", { class: "note" }, el("a", { href: address({ ...OWN, page: "warnings" }) }, t("warnings.more", { n: number(own.length - shown.length, 0) }))) : null,
    ],
    empty: own.length ? null : t("warnings.none"),
  };
}

/** Who acknowledged which warning. */
async function acknowledgements() {
  const answer = await ask("acknowledgements");
  return new Map(answer.acknowledgements.map((a) => [a.warning_id, a.user]));
}

function acknowledge(warning, who, focus) {
  const button = el(
    "button",
    {
      type: "button",
      class: "small",
      "data-focus": focus,
      onclick: async () => {
        button.disabled = true;
        try {
          await ask("warnings/" + encodeURIComponent(warning.id) + "/acknowledgement", "POST", {}, who.csrf);
          button.textContent = t("acknowledged");
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
