import { has, load } from "./api.js";
import { areas } from "./areas.js";
import { chip, el } from "./dom.js";
import { t } from "./i18n.js";
import { change, state } from "./state.js";

/** The document of cases, or null where the release has none. */
export async function cases() {
  return (await has("cases")) ? load("case-figures") : null;
}

/**
 * What is asked for and how far it comes, of the city, of the chosen district, or of one of its
 * subdistricts: {document, city, area, chips, choice}; an older release has the city alone and says so.
 *
 * @param id of the tile, for the place of its choice
 */
export async function casesHere(id) {
  const city = await cases();
  if (!city) return null;
  const { district, part } = state();
  if (!district) return { document: city, city, area: "", chips: [], choice: [] };
  if (!(await has("area_cases"))) return { document: city, city, area: "", chips: [chip(t("cases.citywide"))], choice: [] };
  const [whole, names] = await Promise.all([load("case-figures/" + district), areas()]);
  const chosen = whole.subdistricts.includes(part) ? part : "";
  const option = (code, label) => el("option", { value: code, selected: code === chosen }, label);
  const choice = el("select", { "aria-label": t("subdistrict"), "data-focus": id + "-part", onchange: (event) => change({ part: event.target.value }) }, option("", names.name(district)), whole.subdistricts.map((code) => option(code, names.name(code))));
  return {
    document: chosen ? await load("case-figures/" + chosen) : whole,
    city,
    area: names.name(chosen || district),
    chips: [],
    choice: whole.subdistricts.length ? [choice] : [],
  };
}

/** The city by district, or one district by its own subdistricts. */
export async function casesByArea() {
  const [document, names] = await Promise.all([cases(), areas()]);
  if (!document) return null;
  const district = state().district;
  const rows = district
    ? document.by_subdistrict.filter((s) => s.ref_area === district).map((s) => ({ ...s, code: s.subdistrict_code, label: s.name }))
    : names.today.map((d) => ({ ...sum(document.by_subdistrict.filter((s) => s.ref_area === d.code)), code: d.code, label: names.shortName(d.code) }));
  return { document, names, district, rows };
}

const COUNTS = ["open", "received", "asked", "solved", "closed"];

/** Parts add up; residents only where every part has them, else the quotient would be too high. */
function sum(parts) {
  const whole = {};
  for (const count of COUNTS) whole[count] = parts.length ? parts.reduce((total, p) => total + (p[count] || 0), 0) : null;
  whole.population = parts.length && parts.every((p) => p.population) ? parts.reduce((total, p) => total + p.population, 0) : null;
  return whole;
}

/** The Wilson score interval of a share at 95 %. */
export function wilson(hits, n) {
  if (!n) return null;
  const z = 1.959964;
  const share = hits / n;
  const centre = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { low: Math.max(0, centre - half), share, high: Math.min(1, centre + half) };
}
