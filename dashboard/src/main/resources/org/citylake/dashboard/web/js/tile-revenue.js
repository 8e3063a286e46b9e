import { area, figuresOf, newest } from "./figures.js";
import { FONT, colour, draw, fontSize, tooltip } from "./charts.js";
import { el } from "./dom.js";
import { measure, number, period, pick, t, unitName } from "./i18n.js";
import { OWN, address } from "./state.js";
import { marks } from "./tile.js";

/** Cumulative revenue by month, this year over last year, and the budget's share against the year's. */
export async function render(parameters) {
  const figures = await figuresOf(area());
  const indicator = figures.get(parameters.indicator);
  if (!indicator) return { empty: t("empty.figure") };
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
  const canvas = el("div", { class: "chart short", role: "img", "aria-label": pick(indicator, "name") + " " + year });
  const line = (name, data, tone, dashed) => ({ type: "line", name, data, symbolSize: 6, connectNulls: false, lineStyle: { width: dashed ? 1.5 : 2.5, type: dashed ? [5, 4] : "solid", color: colour(tone) }, itemStyle: { color: colour(tone) }, emphasis: { disabled: true } });
  const option = () => ({
    animation: false,
    textStyle: { fontFamily: FONT, fontSize: fontSize(0.75) },
    grid: { left: 8, right: 16, top: fontSize(2.75), bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, textStyle: { color: colour("text"), fontSize: fontSize(0.8125) } },
    tooltip: { trigger: "axis", ...tooltip((points) => [points[0].name, ...points.map((p) => p.seriesName + ": " + (p.value === null || p.value === undefined ? t("no.data") : number(p.value, indicator.decimals) + " " + unit))]) },
    xAxis: { type: "category", data: months, axisLabel: { color: colour("text-soft") }, axisLine: { lineStyle: { color: colour("line-strong") } }, axisTick: { show: false } },
    yAxis: { type: "value", min: 0, axisLabel: { color: colour("text-soft") }, splitLine: { lineStyle: { color: colour("line") } } },
    series: [line(t("revenue.last") + " " + (Number(year) - 1), then, "line-strong", true), line(t("revenue.this") + " " + year, now, "series-1", false)],
  });
  return {
    chips: marks(last),
    link: address({ ...OWN, page: "indicator", indicator: indicator.code }),
    subtitle: pick(indicator, "name") + " · " + unit,
    body: [share || elapsed ? el("div", { class: "shares" }, share ? bar(t("revenue.share"), share, "now") : null, elapsed ? bar(t("revenue.elapsed"), elapsed, "time") : null) : null, canvas],
    table: { caption: pick(indicator, "name") + " (" + unit + ")", columns: [{ label: t("cases.month") }, { label: year, number: true }, { label: String(Number(year) - 1), number: true }], rows: months.map((m, k) => [m, number(now[k], indicator.decimals), number(then[k], indicator.decimals)]) },
    facts: [[t("data.date"), period(last.time_period)], [t("owner"), indicator.owner]],
    explain: [el("p", {}, pick(indicator, "definition")), el("p", {}, measure(last.value, indicator.decimals, indicator.unit) + " · " + period(last.time_period))],
    after: () => draw(canvas, option),
  };
}

function shareOf(figures, code) {
  const indicator = code ? figures.get(code) : null;
  const found = indicator ? newest(indicator, "year") : null;
  return found ? found.value.value : null;
}

function bar(label, share, tone) {
  return el("div", { class: "share" }, el("span", {}, label), el("span", { class: "bar" }, el("span", { class: "bar-fill " + tone, style: { width: Math.max(0, Math.min(100, share)) + "%" } })), el("strong", {}, number(share, 1) + "%"));
}
