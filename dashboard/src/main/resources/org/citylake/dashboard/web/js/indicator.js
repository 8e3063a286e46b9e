import { load } from "./api.js";
import { chip, el } from "./dom.js";
import { measure, number, period, pick, t, unitName } from "./i18n.js";
import { change, state } from "./state.js";
import { evidenceList, marks } from "./tile.js";

/** The indicator that a tile shows: the one chosen on the page where the tile is selectable. */
export async function chosen(parameters) {
  const list = (await load("indicators")).indicators;
  const wanted = parameters.selectable && state().indicator ? state().indicator : parameters.indicator;
  const entry = list.find((i) => i.code === wanted);
  if (!entry) return { list, missing: wanted };
  const indicator = await load("indicator/" + entry.code);
  const own = indicator.values.filter((v) => v.value !== null);
  const periods = indicator.periods.filter((p) => own.some((v) => v.time_period === p));
  const asked = parameters.selectable ? state().period : parameters.period;
  const districtPeriods = periods.filter((p) => own.some((v) => v.time_period === p && v.district));
  const newest = districtPeriods.length ? districtPeriods[districtPeriods.length - 1] : periods[periods.length - 1];
  const shown = periods.includes(asked) ? asked : newest;
  return {
    list,
    indicator,
    periods,
    period: shown,
    values: indicator.values.filter((v) => v.time_period === shown),
  };
}

export function controls(choice, id) {
  const withValues = choice.list.filter((i) => i.value_count > 0 || i.code === state().indicator);
  const domains = [...new Set(withValues.map((i) => i.domain))];
  const current = choice.indicator ? choice.indicator.code : "";
  const indicatorSelect = el(
    "select",
    { "aria-label": t("indicator"), "data-focus": id + "-indicator", onchange: (e) => change({ indicator: e.target.value, period: "" }) },
    domains.map((domain) =>
      el(
        "optgroup",
        { label: t("domain." + domain) },
        withValues.filter((i) => i.domain === domain).map((i) => el("option", { value: i.code, selected: i.code === current }, pick(i, "name"))),
      ),
    ),
  );
  const periodSelect = choice.periods
    ? el(
        "select",
        { "aria-label": t("period"), "data-focus": id + "-period", onchange: (e) => change({ period: e.target.value }) },
        choice.periods.map((p) => el("option", { value: p, selected: p === choice.period }, period(p))),
      )
    : null;
  return [indicatorSelect, periodSelect];
}

export function facts(choice) {
  const i = choice.indicator;
  return [
    [t("data.date"), choice.period ? period(choice.period) : "–"],
    [t("owner"), i.owner],
    [t("definition"), pick(i, "definition")],
  ];
}

export function valueTable(choice, names) {
  const i = choice.indicator;
  return {
    caption: pick(i, "name") + (choice.period ? " · " + period(choice.period) : ""),
    columns: [{ label: t("district") }, { label: t("value") + " (" + unitName(i.unit) + ")", number: true }, { label: t("status") }],
    rows: sorted(choice).map((v) => [
      names.name(v.ref_area, v.ref_area_valid_from) + (v.district || v.ref_area === names.document.city ? "" : " (" + t("former.areas") + ")"),
      number(v.value, i.decimals),
      el("span", {}, t("value_status." + v.value_status), " ", marks(v)),
    ]),
  };
}

export function sorted(choice) {
  const sign = choice.indicator.direction === "lower" ? 1 : -1;
  return [...choice.values].sort((a, b) => {
    if ((a.value === null) !== (b.value === null)) return a.value === null ? 1 : -1;
    return a.value === b.value ? a.ref_area.localeCompare(b.ref_area) : sign * (a.value - b.value);
  });
}

/** What stands behind the chosen district's figure. */
export function explanation(choice, names, place) {
  const i = choice.indicator;
  const parts = [
    el("p", {}, el("strong", {}, pick(i, "name")), " — ", pick(i, "definition")),
    el("p", { class: "where" }, t("basis") + ": " + (i.basis || "–") + " · " + t("unit") + ": " + unitName(i.unit)),
  ];
  const district = place || state().district;
  const values = choice.values.filter((v) => v.district === district || v.ref_area === district);
  if (!district || !values.length) {
    parts.push(el("p", { class: "hint" }, t("explain.choose")));
  }
  for (const v of values) {
    parts.push(
      el("h3", {}, names.name(v.ref_area, v.ref_area_valid_from) + " · " + period(v.time_period)),
      el("p", {}, measure(v.value, i.decimals, i.unit), " ", chip(t("value_status." + v.value_status)), " ", marks(v)),
    );
    if (i.method === "computed" && v.numerator !== null) {
      const times = Number(i.multiplier) === 1 ? "" : number(i.multiplier) + " × ";
      parts.push(el("p", {}, t("explain.formula") + ": " + times + number(v.numerator, undefined) + " ÷ " + number(v.denominator, undefined) + " = " + number(v.value, Math.max(2, i.decimals))));
    }
    if (v.evidence.length) parts.push(el("p", { class: "label" }, t("explain.evidence")), evidenceList(v.evidence, i.evidence));
    parts.push(
      el("p", { class: "label" }, t("explain.command")),
      el("code", { class: "block" }, "./citylake explain indicator " + i.code + " --district " + v.ref_area + " --period " + v.time_period),
      el("p", { class: "where" }, t("explain.definition_hash") + " " + v.definition_hash.slice(0, 12) + " · " + t("explain.snapshots") + " " + Object.entries(v.input_snapshots).map(([name, s]) => name + "@" + s).join(", ")),
    );
  }
  return parts;
}
