import { cartogram, scale } from "./cartogram.js";
import { casesByArea } from "./cases.js";
import { chip, el } from "./dom.js";
import { number, t } from "./i18n.js";
import { tilesOf } from "./maps.js";
import { change } from "./state.js";

/** Open cases per 10,000 residents, by district or by the chosen district's subdistricts. */
export async function render() {
  const found = await casesByArea();
  if (!found) return { empty: t("empty.document") };
  const { document, names, district, rows } = found;
  const areas = rows.map((r) => {
    const value = r.open === null || !r.population ? null : (10000 * r.open) / r.population;
    return { code: r.code, name: r.label, value, text: number(value, 1), note: value === null ? null : number(r.open, 0) + " ÷ " + number(r.population, 0) };
  });
  const places = district ? null : await tilesOf(names.document.map);
  return {
    chips: document.synthetic ? [chip(t("value_status.synthetic"), "warn")] : [],
    subtitle: t("cases.per10k") + (district ? " · " + names.name(district) : ""),
    body: [cartogram(areas, places, district, t("cases.per10k"), district ? null : (code) => change({ district: code })), scale(areas, 1)],
    table: {
      caption: t("cases.per10k"),
      columns: [{ label: t(district ? "subdistrict" : "district") }, { label: t("cases.open"), number: true }, { label: t("cases.population"), number: true }, { label: t("cases.per10k"), number: true }],
      rows: rows.map((r, at) => [r.label, number(r.open, 0), number(r.population, 0), number(areas[at].value, 1)]),
    },
    facts: [[t("data.date"), document.latest_day]],
    explain: [el("p", {}, t("cases.per10k.how"))],
    empty: areas.length ? null : t("empty.cases"),
  };
}
