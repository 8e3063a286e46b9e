import { chip, el } from "./dom.js";
import { chosenEdition } from "./edition.js";
import { number, period, pick, t } from "./i18n.js";

const HIGHEST = 4;

/** What would change if the parts of the first level counted otherwise: the reader's weights only. */
export async function render(parameters, id) {
  const found = await chosenEdition(parameters);
  if (!found) return { empty: t("empty.index") };
  const { edition, names, root, roots } = found;
  const parts = found.children(root.code);
  const aggregate = root.aggregate || { method: "", missing: "" };
  if (!(aggregate.method in MEANS)) return { empty: t("index.mean.unsupported", { method: aggregate.method || "–" }) };
  const scored = roots.filter((s) => s.score !== null);
  if (!scored.length || parts.length < 2) return { empty: t("empty.index") };
  const factors = new Map(parts.map((p) => [p.code, 1]));
  const list = el("ol", { class: "index-lines" });
  const rescored = () =>
    scored
      .map((s) => ({ ...s, mine: times(mean(parts.map((p) => { const own = found.score(s.unit, p.code); return { weight: p.weight * factors.get(p.code), score: own ? own.score : null }; }), aggregate), found.coefficient(s.unit)) }))
      .sort((a, b) => (a.mine === null ? 1 : 0) - (b.mine === null ? 1 : 0) || b.mine - a.mine || a.unit.localeCompare(b.unit));
  const show = () => {
    const rows = rescored();
    list.replaceChildren(
      ...rows.map((s, place) => {
        const was = scored.indexOf(scored.find((x) => x.unit === s.unit)) + 1;
        const gain = was - (place + 1);
        return el(
          "li",
          { class: "index-line" },
          el("span", { class: "rank-place" }, String(place + 1)),
          el("span", { class: "rank-name" }, names.name(s.unit), gain ? chip((gain > 0 ? "▲ " : "▼ ") + Math.abs(gain)) : null),
          el("span", { class: "bar" }, s.mine === null ? null : el("span", { class: "bar-fill", style: { width: Math.max(0, Math.min(100, s.mine)) + "%" } })),
          el("strong", { class: "rank-value" }, number(s.mine, 1)),
          el("span", { class: "where" }, number(s.score, 1)),
        );
      }),
    );
    const total = parts.reduce((sum, p) => sum + p.weight * factors.get(p.code), 0);
    for (const p of parts) outputs.get(p.code).textContent = total ? number((100 * p.weight * factors.get(p.code)) / total, 0) + "%" : "–";
  };
  const outputs = new Map(parts.map((p) => [p.code, el("output", { for: id + "-" + p.code })]));
  const inputs = parts.map((p) =>
    el("input", { type: "range", id: id + "-" + p.code, min: 0, max: HIGHEST, step: 0.1, value: 1, "data-focus": id + "-" + p.code, oninput: (e) => { factors.set(p.code, Number(e.target.value)); show(); } }),
  );
  const reset = el("button", { type: "button", class: "small", onclick: () => { inputs.forEach((input, k) => { input.value = 1; factors.set(parts[k].code, 1); }); show(); } }, t("index.reset"));
  show();
  return {
    chips: [chip(t("index.yours"), "warn")],
    subtitle: pick(edition, "name") + " · " + t("index.yours.how"),
    controls: [reset],
    body: [el("div", { class: "weights" }, parts.map((p, k) => el("p", { class: "weight" }, el("label", { for: id + "-" + p.code }, pick(p, "name")), inputs[k], outputs.get(p.code)))), list],
    facts: [[t("data.date"), period(found.period)]],
  };
}

const MEANS = {
  "arithmetic-mean": (parts, total) => parts.reduce((sum, p) => sum + p.weight * p.score, 0) / total,
  "geometric-mean": (parts, total) => (parts.some((p) => p.score <= 0) ? 0 : Math.exp(parts.reduce((sum, p) => sum + p.weight * Math.log(p.score), 0) / total)),
};

function times(score, coefficient) {
  return score === null ? null : score * coefficient;
}

/** The edition's mean over weighted scores; a missing part is left out or leaves no score at all. */
function mean(parts, aggregate) {
  const known = parts.filter((p) => p.score !== null);
  if (known.length < parts.length && aggregate.missing !== "renormalise") return null;
  const total = known.reduce((sum, p) => sum + p.weight, 0);
  return total > 0 ? MEANS[aggregate.method](known, total) : null;
}
