import { areas } from "./areas.js";
import { el } from "./dom.js";
import { chosen, explanation, facts, sorted, valueTable } from "./indicator.js";
import { number, period, pick, t, unitName } from "./i18n.js";
import { change, state } from "./state.js";
import { marks } from "./tile.js";

/** Districts in order. A list of buttons: it is its own table, and the map's way for the keyboard. */
export async function render(parameters, id) {
  const [choice, names] = await Promise.all([chosen(parameters), areas()]);
  if (choice.missing) return { empty: t("empty.indicator.unknown") + choice.missing };
  const i = choice.indicator;
  const base = {
    subtitle: pick(i, "name") + (choice.period ? " · " + period(choice.period) : "") + " · " + unitName(i.unit) + " · " + t("order." + i.direction),
    facts: facts(choice),
    explain: explanation(choice, names),
  };
  if (!choice.values.length) return { ...base, empty: t("empty.indicator") };
  const ranked = sorted(choice).filter((v) => v.district && v.value !== null);
  // Of subdistricts only those of the chosen district: 234 of them say nothing beside districts.
  const shown = (area) => { const own = names.subdistrict(area); return !own || own.ref_area === state().district; };
  const others = sorted(choice).filter((v) => !v.district && v.value !== null && shown(v.ref_area));
  const longest = Math.max(0, ...choice.values.map((v) => (v.ref_area === names.document.city && ranked.length ? 0 : v.value || 0)));
  let place = 0;
  const rows = ranked.map((v, at) => {
    place = at > 0 && ranked[at - 1].value === v.value ? place : at + 1;
    return row(v, String(place));
  });

  function row(v, label) {
    const share = longest > 0 ? Math.max(0, (100 * v.value) / longest) : 0;
    const code = v.district || v.ref_area;
    const fill = el("span", { class: "bar-fill", style: { width: Math.min(100, share) + "%" } });
    return el(
      "li",
      {},
      el(
        "button",
        {
          type: "button",
          class: "rank-row",
          "data-focus": id + "-" + code,
          "aria-pressed": String(state().district === code),
          onclick: () => change({ district: state().district === code ? "" : code }),
        },
        el("span", { class: "rank-place" }, label),
        el("span", { class: "rank-name" }, v.district ? names.shortName(v.district) : names.name(v.ref_area, v.ref_area_valid_from), marks(v)),
        el("span", { class: "bar" }, fill),
        el("span", { class: "rank-value" }, number(v.value, i.decimals)),
      ),
    );
  }

  const missing = names.today.filter((d) => !ranked.some((v) => v.district === d.code));
  return {
    ...base,
    table: valueTable(choice, names),
    body: [
      ranked.length ? el("ol", { class: "ranking" }, rows) : null,
      others.length ? el("ul", { class: "ranking others" }, others.map((v) => row(v, "–"))) : null,
      ranked.length && missing.length ? el("p", { class: "note" }, t("no.data") + ": " + missing.map((d) => names.shortName(d.code)).join(state().lang === "en" ? ", " : "、")) : null,
    ],
    empty: ranked.length || others.length ? null : t("empty.indicator"),
  };
}
