import { load } from "./api.js";
import { areas } from "./areas.js";
import { chip, el, table } from "./dom.js";
import { measure, number, period, pick, t } from "./i18n.js";
import { state } from "./state.js";
import { evidenceList } from "./tile.js";

const SIGNS = { "=": "", "~": "≈\u00a0", ">=": "≥\u00a0", "<=": "≤\u00a0", ">": ">\u00a0", "<": "<\u00a0" };

/** Targets of the plans against what was reached; targets without an actual figure are shown as such. */
export async function render(parameters) {
  const [document, names] = await Promise.all([load("targets"), areas()]);
  const wanted = document.targets.filter(
    (x) => (!parameters.district || x.ref_area === parameters.district) && (!parameters.indicator || x.indicator_code === parameters.indicator),
  );
  if (!wanted.length) return { empty: t("empty.targets") };
  const reached = wanted.filter((x) => x.attainment !== null).sort((a, b) => b.attainment - a.attainment || a.source_key.localeCompare(b.source_key));
  const open = wanted.filter((x) => x.attainment === null);
  const target = (x) => (x.target === null ? "–" : (SIGNS[x.comparison] || "") + measure(x.target, undefined, x.unit));

  const bullets = reached.map((x) =>
    el(
      "li",
      { class: "bullet", "data-chosen": String(!!x.ref_area && x.ref_area === state().district) },
      el("div", { class: "bullet-name" }, el("span", {}, pick(x, "name") || x.indicator_code), el("span", { class: "where" }, names.name(x.ref_area))),
      el(
        "div",
        { class: "bullet-track", role: "img", "aria-label": number(x.attainment, 1) + "%" },
        el("span", { class: "bullet-fill" + (x.attainment >= 100 ? " done" : ""), style: { width: Math.min(100, x.attainment) * 0.9 + "%" } }),
        el("span", { class: "bullet-mark" }),
      ),
      el("div", { class: "bullet-value" }, el("strong", {}, number(x.attainment, 1) + "%"), el("span", { class: "where" }, el("span", { class: "together" }, measure(x.actual, undefined, x.unit) + " (" + period(x.actual_period || "") + ")"), " ", el("span", { class: "together" }, "→ " + target(x) + " (" + period(x.time_period) + ")")), pace(x)),
    ),
  );
  const total = el(
    "p",
    { class: "sums" },
    el("span", {}, el("strong", {}, number(wanted.length, 0)), " ", t("targets.sum")),
    el("span", {}, el("strong", {}, number(reached.length, 0)), " ", t("targets.with")),
    el("span", {}, el("strong", {}, number(open.length, 0)), " ", t("targets.without")),
  );
  const columns = [
    { label: t("indicator") },
    { label: t("district") },
    { label: t("target"), number: true },
    { label: t("period") },
    { label: t("actual"), number: true },
    { label: t("attainment"), number: true },
    { label: t("status") },
  ];
  const line = (x) => [
    pick(x, "name") || x.indicator_code,
    names.name(x.ref_area),
    target(x),
    period(x.time_period),
    x.actual === null ? "–" : measure(x.actual, undefined, x.unit),
    x.attainment === null ? "–" : number(x.attainment, 1) + "%",
    x.binding ? t(x.binding) : "–",
  ];
  const periods = wanted.map((x) => x.actual_period).filter(Boolean).sort();
  return {
    subtitle: reached.length ? t("targets.first") : t("targets.none.reported"),
    body: [
      total,
      bullets.length ? el("ul", { class: "bullets" }, bullets) : null,
      open.length
        ? el(
            "details",
            { class: "open-targets" },
            el("summary", {}, t("targets.without") + " (" + number(open.length, 0) + ")"),
            el("p", { class: "note" }, t("targets.none.reported")),
            table(t("targets.without"), columns.slice(0, 4), open.map((x) => line(x).slice(0, 4))),
          )
        : null,
    ],
    table: { caption: t("targets.sum"), columns, rows: wanted.map(line) },
    facts: [
      [t("data.date"), periods.length ? period(periods[periods.length - 1]) : "–"],
      [t("source"), [...new Set(wanted.map((x) => x.source_id))].join(", ")],
      [t("definition"), t("targets.note")],
    ],
    explain: [
      el("p", {}, t("targets.note")),
      ...reached
        .filter((x) => !state().district || x.ref_area === state().district)
        .map((x) =>
          el(
            "div",
            {},
            el("h3", {}, (pick(x, "name") || x.indicator_code) + " · " + names.name(x.ref_area), " ", x.binding ? chip(t(x.binding)) : null),
            x.basis ? el("p", { class: "quote" }, x.basis) : null,
            evidenceList(x.evidence, document.evidence, 4),
          ),
        ),
    ],
  };
}

/** Whether the pace will do: what is needed a year, what was made, and how it is likely to end. */
function pace(x) {
  if (!x.outlook) return null;
  const tone = { reached: "good", on_track: "good", will_miss: "bad" }[x.outlook] || "";
  const known = typeof x.pace_needed === "number" && typeof x.pace_made === "number";
  return el("span", { class: "where" }, chip(pick(x, "outlook"), tone), known ? " " + t("pace") + " " + number(x.pace_needed) + t("per.year") + " · " + t("pace.made") + " " + number(x.pace_made) + t("per.year") : null);
}
