import { load } from "./api.js";
import { areas } from "./areas.js";
import { draw, tooltip } from "./charts.js";
import { chip, el, table } from "./dom.js";
import { number, pick, t } from "./i18n.js";
import { FONT, colour, fontSize } from "./look.js";

const NAMES = { pm25: "PM2.5" };
const UNITS = { "ug/m3": "µg/m³" };

/** Daily means of the official stations, the limit in force that day, and the years' validity. */
export async function render(parameters, id) {
  let document;
  try {
    document = await seriesOf(parameters.metric);
  } catch (error) {
    if (error.status === 404) return { empty: t("empty.series") };
    throw error;
  }
  const names = await areas();
  const stations = document ? document.stations.filter((s) => s.days.length) : [];
  if (!stations.length) return { empty: t("empty.series") };
  const unit = UNITS[document.unit] || document.unit;
  const metric = NAMES[document.metric] || document.metric;
  const first = stations.map((s) => s.days[0][0]).sort()[0];
  const last = stations.map((s) => s.days[s.days.length - 1][0]).sort().pop();
  const years = [];
  for (let y = Number(first.slice(0, 4)); y <= Number(last.slice(0, 4)); y++) years.push(String(y));
  const stationName = (s) => pick(s, "name");

  const option = (width) => {
    const narrow = width < 560;
    const limits = stations[0].limits;
    const limitLine = limits.flatMap((l, k) => [
      [l.from, l.day_limit],
      [k + 1 < limits.length ? limits[k + 1].from : last, l.day_limit],
    ]);
    return {
      animation: false,
      textStyle: { fontFamily: FONT, fontSize: fontSize(0.75) },
      color: stations.map((_, k) => colour("series-" + (k + 1))),
      grid: { left: 8, right: narrow ? 8 : 24, top: fontSize(3.5), bottom: 64, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 18, itemHeight: 8, textStyle: { color: colour("text"), fontSize: fontSize(0.8125), fontFamily: FONT }, icon: "roundRect" },
      tooltip: {
        trigger: "axis",
        axisPointer: { lineStyle: { color: colour("line-strong") } },
        ...tooltip((points) => [
          points[0].axisValueLabel || String(points[0].axisValue),
          ...points.map((p) => p.seriesName + ": " + (p.value[1] === null || p.value[1] === undefined ? t("series.invalid") : number(p.value[1], 1) + " " + unit)),
        ]),
      },
      xAxis: { type: "time", axisLabel: { color: colour("text-soft"), fontSize: fontSize(0.75), hideOverlap: true, formatter: { year: "{yyyy}", month: "{yyyy}-{MM}", day: "{MM}-{dd}" } }, axisLine: { lineStyle: { color: colour("line-strong") } }, splitLine: { show: false } },
      yAxis: { type: "value", min: 0, name: metric + " (" + unit + ")", nameGap: 12, nameTextStyle: { color: colour("text-soft"), align: "left", fontSize: fontSize(0.75) }, axisLabel: { color: colour("text-soft"), fontSize: fontSize(0.75) }, splitLine: { lineStyle: { color: colour("line") } } },
      dataZoom: [
        { type: "slider", filterMode: "none", startValue: years[years.length - 1] + "-01-01", endValue: last, bottom: 8, height: 28, borderColor: colour("line"), textStyle: { color: colour("text-soft"), fontSize: fontSize(0.6875) }, labelFormatter: (value) => new Date(value).toISOString().slice(0, 10), dataBackground: { lineStyle: { color: colour("line-strong") }, areaStyle: { color: colour("line") } }, selectedDataBackground: { lineStyle: { color: colour("accent") }, areaStyle: { color: colour("accent-soft") } }, fillerColor: colour("zoom"), handleStyle: { color: colour("surface"), borderColor: colour("accent") }, moveHandleStyle: { color: colour("line-strong") }, emphasis: { handleStyle: { borderColor: colour("accent") } } },
      ],
      series: [
        ...stations.map((s) => ({ type: "line", name: stationName(s), data: s.days.map((d) => [d[0], d[1]]), showSymbol: false, connectNulls: false, lineStyle: { width: 1.4 }, emphasis: { disabled: true } })),
        { type: "line", name: t("series.limit"), data: limitLine, step: "end", showSymbol: false, lineStyle: { width: 1.4, type: [6, 4], color: colour("limit") }, itemStyle: { color: colour("limit") }, emphasis: { disabled: true }, tooltip: { show: false } },
      ],
    };
  };

  let chart;
  const canvas = el("div", { class: "chart series", role: "img", "aria-label": t("series.label") + ", " + first + " – " + last });
  const range = (year) => {
    chart.dispatchAction({ type: "dataZoom", startValue: year ? year + "-01-01" : first, endValue: year ? year + "-12-31" : last });
    buttons.querySelectorAll("button").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.year === year)));
  };
  const buttons = el(
    "span",
    { class: "segments", role: "group", "aria-label": t("period") },
    ["", ...years].map((y) => el("button", { type: "button", class: "small", "data-year": y, "data-focus": id + "-year-" + y, "aria-pressed": String(y === years[years.length - 1]), onclick: () => range(y) }, y || t("series.all"))),
  );

  const cell = (y) =>
    y.valid
      ? el("span", {}, el("strong", {}, number(y.mean, 1)), " ", chip(y.exceeds ? t("above") : t("within"), y.exceeds ? "bad" : "good"))
      : el("span", {}, chip(t("series.invalid"), "none", t("series.rule")), el("span", { class: "where" }, " " + t("month.minimum") + " " + Math.min(y.fewest_month_days, y.february_days)));
  const yearRows = stations.flatMap((s) =>
    s.years.map((y) => [
      stationName(s),
      String(y.year),
      cell(y),
      number(y.year_limit, 0),
      number(y.valid_days, 0),
      y.valid_days ? number(y.days_over_limit, 0) + " / " + number(y.valid_days, 0) : "–",
    ]),
  );
  const yearTable = table(
    t("series.years") + " (" + metric + ", " + unit + ")",
    [{ label: t("station") }, { label: t("year"), number: true }, { label: t("series.years"), number: true }, { label: t("year.limit"), number: true }, { label: t("series.days"), number: true }, { label: t("series.over"), number: true }],
    yearRows,
  );
  const dates = stations[0].days.map((d) => d[0]);
  const byDate = stations.map((s) => new Map(s.days.map((d) => [d[0], d[1]])));
  return {
    subtitle: metric + " · " + unit + " · " + t("series.gap"),
    controls: [buttons],
    body: [canvas, yearTable],
    table: {
      caption: metric + " · " + t("series.mean") + " (" + unit + ")",
      columns: [{ label: t("series.date") }, ...stations.map((s) => ({ label: stationName(s), number: true }))],
      rows: dates.map((date) => [date, ...byDate.map((m) => (m.get(date) === null || m.get(date) === undefined ? t("series.invalid") : number(m.get(date), 1)))]),
    },
    facts: [
      [t("data.date"), first + " – " + last],
      [t("owner"), [...new Set(stations.map((s) => s.owner))].join(", ")],
      [t("definition"), stations[0].limits.map((l) => l.edition).filter((e, k, all) => all.indexOf(e) === k).join(", ") + " · " + t("series.rule")],
    ],
    explain: [
      el("p", {}, t("series.gap") + " " + t("series.rule")),
      ...stations.map((s) => el("p", {}, el("strong", {}, stationName(s)), " · ", names.name(s.ref_area), " · ", s.owner, s.basis ? " · " + s.basis : "")),
      el("code", { class: "block" }, "./citylake sql \"SELECT * FROM city.air_quality_day WHERE metric = '" + document.metric + "' AND official\""),
    ],
    after: () => {
      chart = draw(canvas, option);
    },
  };
}

async function seriesOf(metric) {
  const known = (await load("series")).series;
  return known.includes(metric) ? load("series/" + metric) : null;
}
