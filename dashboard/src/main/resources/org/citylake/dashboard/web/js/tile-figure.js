import { load } from "./api.js";
import { absent } from "./absent.js";
import { area, behind, changeText, dataDay, figuresOf, newest, stepOf, targetOf, targetText } from "./figures.js";
import { chip, el } from "./dom.js";
import { measure, number, period, pick, t, unitName } from "./i18n.js";
import { OWN, address } from "./state.js";
import { supervision } from "./supervision.js";
import { sparkline } from "./svg.js";
import { marks } from "./tile.js";

/** One figure, large: with what it is held against, its target, its course and its day. */
export async function render(parameters, id) {
  const place = area();
  const figures = await figuresOf(place);
  const indicator = figures.get(parameters.indicator);
  const link = address({ ...OWN, page: "indicator", indicator: parameters.indicator });
  const step = indicator ? stepOf(indicator, parameters.compare) : "";
  const found = indicator ? newest(indicator, step) : null;
  if (!found) return { empty: await absent(parameters.indicator) };
  const { value, other, change } = found;
  const late = behind(indicator, value, dataDay(figures));
  const target = targetOf((await load("targets")).targets, indicator.code, place, value.time_period);
  const values = indicator.values.slice(-30).map((v) => v.value);
  const unit = unitName(indicator.unit);
  const asked = await supervision({ kind: "figure", subject: indicator.code, ref_area: place, time_period: value.time_period }, pick(indicator, "name"), id + "-supervise");
  return {
    chips: [...marks(value), late ? chip(t("stale", { n: number(late, 0) }), "bad") : null],
    link,
    controls: asked && asked.button ? [asked.button] : [],
    className: late ? "stale" : "",
    body: [
      el(
        "div",
        { class: "figure" },
        el("p", { class: "figure-value" }, el("strong", {}, number(value.value, indicator.decimals)), el("span", {}, unit)),
        sparkline(values, t("recent") + ": " + values.filter((v) => v !== null).map((v) => number(v, indicator.decimals)).join(", ")),
      ),
      el(
        "p",
        { class: "figure-change " + (change ? change.tone : "none") },
        change
          ? [
              el("strong", {}, changeText(change)),
              change.tone === "good" || change.tone === "bad" ? el("span", { class: "tone" }, t(change.tone === "good" ? "better" : "worse")) : null,
              el("span", {}, " " + t("compare." + step) + " (" + number(other.value, indicator.decimals) + ")"),
            ]
          : t("compare.none"),
      ),
      target ? goal(target, value, indicator) : null,
      asked ? asked.state : null,
    ],
    facts: [
      [t("data.date"), period(value.time_period)],
      value.denominator !== null && indicator.unit.code === "percent" ? [t("n"), number(value.denominator, 0)] : null,
      [t("owner"), indicator.owner],
    ].filter(Boolean),
    explain: [
      el("p", {}, el("strong", {}, t("definition")), " ", pick(indicator, "definition")),
      found.against ? el("p", {}, t("compare." + step) + ": " + period(value.time_period) + " ↔ " + period(found.against)) : null,
      el("p", {}, el("a", { href: link }, t("open.indicator"))),
    ],
  };
}

function goal(target, value, indicator) {
  const lower = target.direction === "lower";
  const met = lower ? value.value <= target.target : value.value >= target.target;
  return el(
    "p",
    { class: "figure-goal" },
    targetText(target, indicator) + " · ",
    el("strong", {}, met ? t("goal.met") : t("goal.short") + " " + measure(Math.abs(target.target - value.value), indicator.decimals, indicator.unit)),
  );
}
