import { load } from "./api.js";
import { areas } from "./areas.js";
import { chip, el } from "./dom.js";
import { download } from "./csv.js";
import { draw } from "./charts.js";
import { CITY, area, changeText, newest, stepOf, targetOf, targetText } from "./figures.js";
import { number, period, pick, t, unitName } from "./i18n.js";
import { explanation } from "./indicator.js";
import { seriesOption } from "./indicator-chart.js";
import { change, state } from "./state.js";
import { marks } from "./tile.js";

/** One indicator in one area: its value against the target, its course, trend and forecast. */
export async function render(parameters, id) {
  const { indicators } = await load("indicators");
  const code = state().indicator || parameters.indicator;
  if (!code) return { empty: t("choose.indicator") };
  const entry = indicators.find((i) => i.code === code);
  if (!entry) return { empty: t("empty.indicator.unknown") + code };
  const [indicator, names, { targets }] = await Promise.all([load("indicator/" + code), areas(), load("targets")]);
  const known = indicator.values.filter((v) => v.value !== null);
  const places = [...new Set(known.map(placeOf))].filter(Boolean);
  const place = places.includes(area()) ? area() : places.includes(CITY) && !state().district ? CITY : places[0];
  const own = { ...indicator, values: indicator.values.filter((v) => placeOf(v) === place) };
  const step = stepOf(indicator);
  const found = place === undefined ? null : newest(own, step);
  const base = { subtitle: pick(indicator, "definition"), explain: about(indicator, names, place) };
  if (!found) return { ...base, body: [name(indicator)], empty: t("empty.indicator") };
  const analysis = (indicator.analysis || []).find((a) => a.ref_area === place) || null;
  const target = targetOf(targets, code, place, found.value.time_period);

  const canvas = el("div", { class: "chart series", role: "img", "aria-label": pick(indicator, "name") + " · " + names.name(place) });
  const forecast = analysis ? analysis.forecast : null;
  const choose =
    places.length > 1
      ? el(
          "select",
          { "aria-label": t("area"), "data-focus": id + "-place", onchange: (e) => change({ district: e.target.value === CITY ? "" : e.target.value }) },
          places.filter((p) => /^\d{6}$/.test(p)).map((p) => el("option", { value: p, selected: p === place }, names.name(p))),
        )
      : null;
  const status = (v) => [t("value_status." + v.value_status), ...v.quality.map((q) => t("quality." + q)), v.obs_status === "A" ? "" : t("obs." + v.obs_status)].filter(Boolean).join(" · ");
  return {
    ...base,
    chips: [["reported", "computed"].includes(found.value.value_status) ? chip(t("value_status." + found.value.value_status)) : null, ...marks(found.value)],
    controls: [
      choose,
      el(
        "button",
        {
          type: "button",
          class: "small",
          "data-focus": id + "-csv",
          onclick: () =>
            download(
              code + ".csv",
              ["indicator_code", "ref_area", "area", "time_period", "value", "numerator", "denominator", "unit", "obs_status", "value_status", "quality"],
              indicator.values.map((v) => [code, v.ref_area, names.name(v.ref_area, v.ref_area_valid_from), v.time_period, v.value, v.numerator, v.denominator, indicator.unit.code, v.obs_status, v.value_status, v.quality.join(" ")]),
            ),
        },
        t("download.csv"),
      ),
    ],
    body: [
      name(indicator),
      el(
        "div",
        { class: "figure detail" },
        el("p", { class: "figure-value" }, el("strong", {}, number(found.value.value, indicator.decimals)), el("span", {}, unitName(indicator.unit)), el("span", { class: "where" }, names.name(place) + " · " + period(found.value.time_period))),
        el("p", { class: "figure-change " + (found.change ? found.change.tone : "none") }, found.change ? [el("strong", {}, changeText(found.change)), " " + t("compare." + step)] : t("compare.none")),
        target ? el("p", { class: "figure-goal" }, targetText(target, indicator), target.outlook ? [" · ", chip(pick(target, "outlook"), target.outlook === "will_miss" ? "bad" : target.outlook === "unknown" ? "" : "good")] : null) : null,
      ),
      canvas,
      el("p", { class: "note" }, forecast ? accuracy(forecast) : t("forecast.none")),
      ...leads(analysis, indicator.frequency),
    ],
    table: {
      caption: pick(indicator, "name") + " · " + names.name(place) + " (" + unitName(indicator.unit) + ")",
      columns: [{ label: t("period") }, { label: t("value"), number: true }, { label: t("status") }],
      rows: [...own.values].reverse().map((v) => [period(v.time_period), number(v.value, indicator.decimals), status(v)]),
    },
    facts: [[t("data.date"), period(found.value.time_period)], [t("owner"), indicator.owner], [t("basis"), indicator.basis], [t("explain.definition_hash"), indicator.definition_hash.slice(0, 12)]],
    after: () => draw(canvas, seriesOption(indicator, own.values, analysis, target)),
  };
}

/** Today's area that a value stands for; null for a district within borders that are no more. */
function placeOf(value) {
  return value.district || (value.ref_area === CITY || value.ref_area.length !== 6 ? value.ref_area : null);
}

function name(indicator) {
  return el("p", { class: "indicator-name" }, pick(indicator, "name"), " ", el("code", {}, indicator.code));
}

function about(indicator, names, place) {
  const values = indicator.values.filter((v) => placeOf(v) === place && v.value !== null);
  const newest = values.length ? values[values.length - 1].time_period : null;
  return explanation({ indicator, values: values.filter((v) => v.time_period === newest) }, names, place);
}

/** What ran ahead of the figure, by chance in one of twenty pairs at most. */
function leads(analysis, frequency) {
  return ((analysis && analysis.leads) || []).map((lead) =>
    el("p", { class: "note" }, t("lead.text", { name: pick(lead, "name") || lead.indicator_code, lag: number(lead.lag, 0), periods: t("lead.periods." + frequency), correlation: number(lead.correlation, 2), pairs: number(lead.pairs, 0) }), lead.synthetic ? [" ", chip(t("value_status.synthetic"), "warn")] : null),
  );
}

function accuracy(forecast) {
  const a = forecast.accuracy || {};
  return t("accuracy") + ": " + t("accuracy.text", { method: forecast.method, mase: number(a.mase, 2), mape: a.mape === null || a.mape === undefined ? "–" : number(a.mape, 1) + "%", coverage: a.coverage95 === null || a.coverage95 === undefined ? "–" : number(100 * a.coverage95, 0), folds: number(a.folds, 0) });
}
