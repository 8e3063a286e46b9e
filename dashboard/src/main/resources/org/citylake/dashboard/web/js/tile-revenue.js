import { absent } from "./absent.js";
import { area, figuresOf, newest } from "./figures.js";
import { el } from "./dom.js";
import { measure, number, period, pick, t, unitName } from "./i18n.js";
import { OWN, address } from "./state.js";
import { svg } from "./svg.js";
import { marks } from "./tile.js";

/** Cumulative revenue by month, this year over last year, and the budget's share against the year's. */
export async function render(parameters) {
  const figures = await figuresOf(area());
  const indicator = figures.get(parameters.indicator);
  if (!indicator) return { empty: await absent(parameters.indicator) };
  const values = indicator.values.filter((v) => v.value !== null);
  const last = values[values.length - 1];
  const year = last.time_period.slice(0, 4);
  const months = Array.from({ length: 12 }, (_, m) => String(m + 1).padStart(2, "0"));
  const of = (y) => months.map((m) => { const found = values.find((v) => v.time_period === y + "-" + m); return found ? found.value : null; });
  const now = of(year);
  const then = of(String(Number(year) - 1));
  const share = shareOf(figures, parameters.share);
  const elapsed = shareOf(figures, parameters.elapsed);
  const unit = unitName(indicator.unit);
  return {
    chips: marks(last),
    link: address({ ...OWN, page: "indicator", indicator: indicator.code }),
    subtitle: pick(indicator, "name") + " · " + unit,
    body: [share || elapsed ? el("div", { class: "shares" }, share ? bar(t("revenue.share"), share, "now") : null, elapsed ? bar(t("revenue.elapsed"), elapsed, "time") : null) : null, course(now, then, Number(year), indicator)],
    table: { caption: pick(indicator, "name") + " (" + unit + ")", columns: [{ label: t("cases.month") }, { label: year, number: true }, { label: String(Number(year) - 1), number: true }], rows: months.map((m, k) => [m, number(now[k], indicator.decimals), number(then[k], indicator.decimals)]) },
    facts: [[t("data.date"), period(last.time_period)], [t("owner"), indicator.owner]],
    explain: [el("p", {}, pick(indicator, "definition")), el("p", {}, measure(last.value, indicator.decimals, indicator.unit) + " · " + period(last.time_period))],
  };
}

/** Both years over the months; drawn without the chart library, which the first screen need not wait for. */
function course(now, then, year, indicator) {
  const highest = Math.max(...now, ...then);
  const line = (values, name) => {
    const points = values.map((v, m) => (v === null ? null : (25 + m * 50).toFixed(0) + " " + (154 - (v * 146) / highest).toFixed(1))).filter(Boolean);
    return points.length ? svg("path", { class: name, d: "M" + points.join("L") + (points.length === 1 ? "L" + points[0] : ""), "vector-effect": "non-scaling-stroke" }) : null;
  };
  return el(
    "div",
    { class: "course-of-year" },
    el("ul", { class: "legend" }, el("li", {}, el("span", { class: "swatch now" }), t("revenue.this") + " " + year), el("li", {}, el("span", { class: "swatch then" }), t("revenue.last") + " " + (year - 1)), el("li", {}, "↑ " + measure(highest, indicator.decimals, indicator.unit))),
    svg("svg", { viewBox: "0 0 600 160", preserveAspectRatio: "none", role: "img", "aria-label": pick(indicator, "name") + " " + year }, [8, 81, 154].map((y) => svg("path", { class: "rule", d: "M0 " + y + "H600", "vector-effect": "non-scaling-stroke" })), line(then, "then"), line(now, "now")),
    el("ol", { class: "months", "aria-hidden": "true" }, now.map((_, m) => el("li", {}, String(m + 1)))),
  );
}

function shareOf(figures, code) {
  const indicator = code ? figures.get(code) : null;
  const found = indicator ? newest(indicator, "year") : null;
  return found ? found.value.value : null;
}

function bar(label, share, tone) {
  return el("div", { class: "share" }, el("span", {}, label), el("span", { class: "bar" }, el("span", { class: "bar-fill " + tone, style: { width: Math.max(0, Math.min(100, share)) + "%" } })), el("strong", {}, number(share, 1) + "%"));
}
