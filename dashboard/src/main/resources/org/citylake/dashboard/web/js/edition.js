import { load } from "./api.js";
import { areas } from "./areas.js";
import { el } from "./dom.js";
import { pick, t } from "./i18n.js";
import { change, state } from "./state.js";

/** The edition that the page shows, the one chosen or the newest, with what its tiles ask of it. */
export async function chosenEdition(parameters) {
  const [{ editions }, names] = await Promise.all([load("index"), areas()]);
  const offered = editions.filter((e) => !parameters.index || e.edition.split("/")[0] === parameters.index);
  const edition = offered.find((e) => e.edition === state().edition) || [...offered].sort((a, b) => standing(b) - standing(a))[0];
  if (!edition) return null;
  const root = edition.nodes.find((n) => n.parent === null);
  const periods = [...new Set(edition.scores.map((s) => s.time_period))].sort();
  const period = periods[periods.length - 1];
  const scores = edition.scores.filter((s) => s.time_period === period);
  return {
    editions: offered,
    edition,
    names,
    root,
    period,
    scores,
    roots: scores.filter((s) => s.node === root.code).sort((a, b) => (a.score === null ? 1 : 0) - (b.score === null ? 1 : 0) || b.score - a.score || a.unit.localeCompare(b.unit)),
    children: (code) => edition.nodes.filter((n) => n.parent === code),
    coefficient: (unit) => (edition.coefficients || []).find((c) => c.unit === unit && c.time_period === period)?.value ?? 1,
    score: (unit, node) => scores.find((s) => s.unit === unit && s.node === node) || null,
  };
}

/** Editions that rank most of their units come first, then the newest, then those that rank more. */
function standing(edition) {
  const ranked = edition.scores.filter((s) => s.level === 0 && s.rank !== null).length;
  return (2 * ranked > edition.units.length ? 10000000 : 0) + edition.edition_year * 1000 + ranked;
}

export function editionChoice(found, id) {
  return el(
    "select",
    { "aria-label": t("edition"), "data-focus": id + "-edition", onchange: (e) => change({ edition: e.target.value, other: "" }) },
    found.editions.map((e) => el("option", { value: e.edition, selected: e === found.edition }, pick(e, "name"))),
  );
}
