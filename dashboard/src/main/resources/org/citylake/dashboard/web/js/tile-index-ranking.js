import { chip, el } from "./dom.js";
import { chosenEdition, editionChoice } from "./edition.js";
import { number, period, pick, t } from "./i18n.js";
import { change, state } from "./state.js";
import { whisker } from "./svg.js";

/** Units by score, each with how far its rank moves when weights and methods vary. */
export async function render(parameters, id) {
  const found = await chosenEdition(parameters);
  if (!found) return { empty: t("empty.index") };
  const { edition, names, roots } = found;
  const other = found.editions.find((e) => e.edition === state().other) || null;
  const ranks = other ? ranksOf(other) : new Map();
  const spread = (s) => (edition.robustness || []).find((r) => r.unit === s.unit && r.time_period === s.time_period && r.rank_q05 !== null) || null;
  const groups = [...new Set(roots.map((s) => s.peer_group))];
  const highest = Math.max(100, ...roots.map((s) => s.score || 0));
  const at = (rank, group) => {
    const scored = roots.filter((s) => s.peer_group === group && s.score !== null).length;
    return scored > 1 ? Math.min(1, (rank - 1) / (scored - 1)) : 0;
  };
  const made = roots.filter((s) => s.weight_synthetic);
  const allSynthetic = made.length > 0 && made.length === roots.filter((s) => s.score !== null).length;
  const any = roots.some(spread);
  const compare = el(
    "select",
    { "aria-label": t("index.compare"), "data-focus": id + "-other", onchange: (e) => change({ other: e.target.value }) },
    el("option", { value: "" }, t("index.compare") + ": " + t("index.compare.none")),
    found.editions.filter((e) => e !== edition).map((e) => el("option", { value: e.edition, selected: e === other }, t("index.compare") + ": " + pick(e, "name"))),
  );
  const moved = (s) => {
    if (!other || s.rank === null) return "";
    const before = ranks.get(s.unit);
    return before === undefined || before === null ? t("no.data") : t("index.tooltip", { from: number(before, 0), to: number(s.rank, 0) });
  };
  const row = (s) => {
    const range = spread(s);
    return el(
      "li",
      {},
      el(
        "button",
        { type: "button", class: "index-line", "data-focus": id + "-" + s.unit, "aria-pressed": String(state().district === s.unit), onclick: () => change({ district: state().district === s.unit ? "" : s.unit }) },
        el("span", { class: "rank-place" }, s.rank === null ? "–" : String(s.rank)),
        el("span", { class: "rank-name" }, names.name(s.unit), s.status === "scored" ? null : chip(t(s.status), s.status === "unscored" ? "none" : "warn"), s.weight_synthetic && !allSynthetic ? chip(t("index.synthetic") + " " + number(100 * s.weight_synthetic, 0) + "%", "warn") : null),
        el("span", { class: "bar" }, s.score === null ? null : el("span", { class: "bar-fill", style: { width: Math.max(0, (100 * s.score) / highest) + "%" } })),
        el("strong", { class: "rank-value" }, number(s.score, 1)),
        range ? whisker(at(range.rank_q05, s.peer_group), s.rank === null ? null : at(s.rank, s.peer_group), at(range.rank_q95, s.peer_group), t("index.interval") + " " + number(range.rank_q05, 0) + "–" + number(range.rank_q95, 0)) : el("span", { class: "where" }, any ? "–" : ""),
        el("span", { class: "where" }, [range ? number(range.rank_q05, 0) + "–" + number(range.rank_q95, 0) : "", moved(s)].filter(Boolean).join(" · ")),
      ),
    );
  };
  return {
    chips: [edition.model ? chip(t("model"), "model", t("model.title")) : null, allSynthetic ? chip(t("index.synthetic") + " " + number(100 * Math.max(...made.map((s) => s.weight_synthetic)), 0) + "%", "warn") : null],
    subtitle: pick(edition, "name") + " · " + edition.edition_year + " · " + t("score") + (highest > 100 ? t("index.over") : " 0–100") + (any ? " · " + t("index.interval") : ""),
    controls: [editionChoice(found, id), found.editions.length > 1 ? compare : null],
    body: [
      ...groups.map((group) => el("div", {}, groups.length > 1 ? el("h3", { class: "group" }, groupName(group)) : null, el("ol", { class: "index-lines" }, roots.filter((s) => s.peer_group === group).map(row)))),
      roots.some((s) => s.rank !== null) ? null : el("p", { class: "note" }, t("index.minimum", { n: edition.minimum_units })),
    ],
    table: {
      caption: pick(edition, "name"),
      columns: [{ label: t("district") }, { label: t("rank"), number: true }, { label: t("score"), number: true }, { label: t("index.interval"), number: true }, { label: t("index.coverage"), number: true }, { label: t("status") }],
      rows: roots.map((s) => { const r = spread(s); return [names.name(s.unit), s.rank === null ? "–" : String(s.rank), number(s.score, 2), r ? number(r.rank_q05, 0) + "–" + number(r.rank_q95, 0) : "–", number(100 * s.weight_available, 0) + "%", t(s.status)]; }),
    },
    facts: [[t("data.date"), period(found.period)], [t("status"), edition.model ? t("model.title") : "–"], [t("definition"), edition.edition + " · " + edition.definition_hash.slice(0, 12)]],
    explain: [el("p", {}, t("index.minimum", { n: edition.minimum_units })), el("code", { class: "block" }, "./citylake explain index " + edition.edition + (state().district ? " --district " + state().district : ""))],
  };
}

/** A peer group in words where it is one of the city's own; ranks are given within it. */
function groupName(group) {
  return group ? t("group." + group) : t("index.norank");
}

/** Ranks of the other edition's newest period, by unit. */
function ranksOf(edition) {
  const root = edition.nodes.find((n) => n.parent === null).code;
  const own = edition.scores.filter((s) => s.node === root);
  const newest = own.map((s) => s.time_period).sort().pop();
  return new Map(own.filter((s) => s.time_period === newest).map((s) => [s.unit, s.rank]));
}
