import { chip, el } from "./dom.js";
import { chosenEdition } from "./edition.js";
import { number, period, pick, t } from "./i18n.js";
import { OWN, address, state } from "./state.js";

const SHOWN = 3;
const SHARED = 3;

/** What a district's score is made of, where it stands out, and who is like it. */
export async function render(parameters) {
  const found = await chosenEdition(parameters);
  if (!found) return { empty: t("empty.index") };
  const { edition, names, root, roots, scores } = found;
  const unit = roots.some((s) => s.unit === state().district) ? state().district : (roots.find((s) => s.score !== null) || {}).unit;
  if (!unit) return { empty: t("index.choose") };
  const leaves = edition.nodes.filter((n) => !edition.nodes.some((c) => c.parent === n.code));
  const mean = (code) => average(scores.filter((s) => s.node === code && s.score !== null).map((s) => s.score));
  const gaps = leaves
    .map((n) => ({ node: n, own: found.score(unit, n.code), mean: mean(n.code) }))
    .filter((g) => g.own && g.own.score !== null && g.mean !== null)
    .map((g) => ({ ...g, gap: g.own.score - g.mean }))
    .sort((a, b) => b.gap - a.gap);
  const gapList = (entries) => !entries.length ? el("p", { class: "where" }, t("none")) : el("ul", { class: "gaps" }, entries.map((g) => el("li", {}, el("a", { href: address({ ...OWN, page: "indicator", indicator: g.node.code }) }, pick(g.node, "name")), el("strong", {}, number(g.own.score, 1)), el("span", { class: "chip " + (g.gap > 0 ? "good" : "bad") }, (g.gap > 0 ? "+" : "−") + number(Math.abs(g.gap), 1)))));
  const alike = similar(found, unit, leaves).slice(0, SHOWN);
  return {
    chips: edition.model ? [chip(t("model"), "model", t("model.title"))] : [],
    subtitle: names.name(unit) + " · " + pick(edition, "name"),
    body: [
      el(
        "div",
        { class: "profile" },
        el("div", {}, el("h3", {}, t("index.strengths")), gapList(gaps.filter((g) => g.gap > 0).slice(0, SHOWN))),
        el("div", {}, el("h3", {}, t("index.weaknesses")), gapList(gaps.filter((g) => g.gap < 0).slice(-SHOWN).reverse())),
        el("div", {}, el("h3", {}, t("index.similar")), alike.length ? el("ul", { class: "gaps" }, alike.map((a) => el("li", {}, el("a", { href: address({ district: a.unit }) }, names.name(a.unit)), el("span", { class: "where" }, "± " + number(a.distance, 1))))) : el("p", { class: "where" }, t("no.data"))),
      ),
      el("ul", { class: "tree" }, branch(found, unit, root, 1)),
      found.coefficient(unit) === 1 ? null : el("p", { class: "note" }, t("index.coefficient", { n: number(found.coefficient(unit), 3) })),
    ],
    table: {
      caption: names.name(unit),
      columns: [{ label: t("indicator") }, { label: t("score"), number: true }, { label: t("index.weight"), number: true }, { label: t("status") }],
      rows: edition.nodes.map((n) => { const s = found.score(unit, n.code); return [pick(n, "name"), s ? number(s.score, 2) : "–", s ? number(100 * s.weight, 1) + "%" : "–", s ? t(s.status) : "–"]; }),
    },
    facts: [[t("data.date"), period(found.period)]],
    explain: [el("p", {}, t("index.profile.how"))],
  };
}

/** A node with its score and, below its parent, the weight that it has among its siblings. */
function branch(found, unit, node, share) {
  const score = found.score(unit, node.code);
  const children = found.children(node.code);
  const total = children.reduce((sum, c) => sum + c.weight, 0);
  const line = [
    el("span", { class: "tree-name" }, pick(node, "name")),
    el("span", { class: "bar" }, score && score.score !== null ? el("span", { class: "bar-fill", style: { width: Math.max(0, Math.min(100, score.score)) + "%" } }) : null),
    el("strong", {}, score && score.score !== null ? number(score.score, 1) : "–"),
    el("span", { class: "where" }, score && score.score !== null ? t("index.weight") + " " + number(100 * share, 0) + "%" : score ? t(score.status) : t("no.data")),
  ];
  if (!children.length) return el("li", { class: "tree-line" }, line);
  const inner = el("ul", {}, children.map((c) => branch(found, unit, c, c.weight / total)));
  return el("li", {}, el("details", { open: node.parent === null }, el("summary", { class: "tree-line" }, line), inner));
}

function average(values) {
  return values.length ? values.reduce((a, b) => a + b, 0) / values.length : null;
}

/** Other units by the root mean square distance over the leaves that both have. */
function similar(found, unit, leaves) {
  return found.roots
    .filter((s) => s.unit !== unit)
    .map((s) => {
      const squares = leaves
        .map((n) => [found.score(unit, n.code), found.score(s.unit, n.code)])
        .filter(([a, b]) => a && b && a.score !== null && b.score !== null)
        .map(([a, b]) => (a.score - b.score) ** 2);
      return { unit: s.unit, shared: squares.length, distance: Math.sqrt(average(squares) || 0) };
    })
    .filter((s) => s.shared >= SHARED)
    .sort((a, b) => a.distance - b.distance);
}
