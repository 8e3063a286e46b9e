import { load } from "./api.js";
import { areas } from "./areas.js";
import { chip, el } from "./dom.js";
import { number, period, pick, t } from "./i18n.js";
import { change, state } from "./state.js";
import { evidenceList } from "./tile.js";

/** Scores of one edition. A unit without a score says why; a model says that it is one. */
export async function render(parameters, id) {
  const [document, names] = await Promise.all([load("index"), areas()]);
  const found = document.editions.filter((e) => !parameters.index || e.edition.split("/")[0] === parameters.index);
  const edition = parameters.edition ? found.find((e) => e.edition.endsWith("/" + parameters.edition)) : found[found.length - 1];
  if (!edition) return { empty: t("empty.index") };
  const root = edition.nodes.find((n) => n.parent === null);
  const nodeName = (code) => pick(edition.nodes.find((n) => n.code === code) || { name_zh: code, name_en: code }, "name");
  const roots = edition.scores.filter((s) => s.node === root.code);
  const order = (a, b) => (a.score === null ? 1 : 0) - (b.score === null ? 1 : 0) || (b.score || 0) - (a.score || 0) || a.unit.localeCompare(b.unit);
  roots.sort(order);
  const ranked = roots.some((s) => s.rank !== null);

  /** The engine's reason, such as {@code no-target: a, b; unranked: 2 of at least 3}, in words. */
  const reasonText = (text, full) =>
    (text || "")
      .split("; ")
      .filter(Boolean)
      .map((part) => {
        const [rule, rest] = part.split(": ");
        if (!["no-target", "no-value", "not-restatable", "synthetic-refused", "target-not-positive", "unranked"].includes(rule)) return part;
        if (rule === "unranked") return full ? t("index.norank") + ": " + t("reason.units", { n: (rest.match(/\d+/) || ["–"])[0], of: edition.minimum_units }) : "";
        const codes = (rest || "").split(", ").filter(Boolean);
        return t("reason." + rule) + (full ? ": " + codes.map(nodeName).join(", ") : " " + codes.length);
      })
      .filter(Boolean)
      .join(" · ");

  /** On what a score rests, and how far its rank moves where the edition says what is unsure. */
  const standing = (s) => {
    const spread = (edition.robustness || []).find((r) => r.unit === s.unit && r.time_period === s.time_period && r.rank_q05 !== null);
    return [
      t("index.coverage") + " " + number(100 * s.weight_available, 0) + "%",
      s.weight_imputed ? t("index.imputed") + " " + number(100 * s.weight_imputed, 0) + "%" : "",
      s.weight_synthetic ? t("index.synthetic") + " " + number(100 * s.weight_synthetic, 0) + "%" : "",
      spread ? t("index.interval") + " " + number(spread.rank_q05, 0) + "–" + number(spread.rank_q95, 0) : "",
      reasonText(s.reason),
    ].filter(Boolean).join(" · ");
  };

  const rows = roots.map((s) => {
    const parts = edition.scores.filter((x) => x.unit === s.unit && x.node !== root.code && x.score !== null);
    return el(
      "li",
      { class: "index-row", "data-status": s.status },
      el(
        "button",
        { type: "button", class: "index-unit", "data-focus": id + "-" + s.unit, "aria-pressed": String(state().district === s.unit), onclick: () => change({ district: state().district === s.unit ? "" : s.unit }) },
        el("span", { class: "rank-place" }, s.rank === null ? "–" : String(s.rank)),
        el("span", { class: "rank-name" }, names.name(s.unit), s.status === "scored" ? null : chip(t(s.status), s.status === "unscored" ? "none" : "warn")),
        s.score === null ? el("span", { class: "index-reason" }, reasonText(s.reason) || t("no.data")) : el("span", { class: "bar" }, el("span", { class: "bar-fill", style: { width: Math.max(0, Math.min(100, s.score)) + "%" } })),
        el("span", { class: "rank-value" }, s.score === null ? "–" : number(s.score, 1)),
      ),
      s.score !== null ? el("p", { class: "where" }, standing(s)) : null,
      s.score !== null && parts.length ? el("ul", { class: "index-parts" }, parts.map((x) => el("li", {}, el("span", {}, nodeName(x.node)), el("strong", {}, number(x.score, 1))))) : null,
    );
  });
  const chosen = edition.scores.filter((s) => s.unit === state().district && s.node !== root.code);
  return {
    chips: edition.model ? [chip(t("model"), "model", t("model.title"))] : [],
    subtitle: pick(edition, "name") + " · " + edition.edition_year + " · " + t("score") + " 0–100",
    body: [
      el("ol", { class: "index-list" }, rows),
      ranked ? null : el("p", { class: "note" }, t("index.minimum", { n: edition.minimum_units })),
    ],
    table: {
      caption: pick(edition, "name"),
      columns: [{ label: t("district") }, { label: t("indicator") }, { label: t("score"), number: true }, { label: t("rank"), number: true }, { label: t("status") }, { label: t("reason") }],
      rows: edition.scores.map((s) => [names.name(s.unit), nodeName(s.node), s.score === null ? "–" : number(s.score, 2), s.rank === null ? "–" : String(s.rank), t(s.status), reasonText(s.reason, true) || "–"]),
    },
    facts: [
      [t("data.date"), period(edition.data_period)],
      [t("status"), edition.model ? t("model.title") : "–"],
      [t("definition"), edition.edition + " · " + edition.definition_hash.slice(0, 12)],
    ],
    explain: [
      el("p", {}, t("targets.note")),
      el("p", {}, t("index.minimum", { n: edition.minimum_units })),
      chosen.length ? el("h3", {}, names.name(state().district)) : el("p", { class: "hint" }, t("explain.choose")),
      ...edition.evidence
        .filter((e) => e.unit === state().district && e.evidence.length)
        .map((e) => el("div", {}, el("p", { class: "label" }, nodeName(e.indicator)), evidenceList(e.evidence, {}, 4))),
      el("code", { class: "block" }, "./citylake explain index " + edition.edition + (state().district ? " --district " + state().district : "")),
    ],
  };
}
