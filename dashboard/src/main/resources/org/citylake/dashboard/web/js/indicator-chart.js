import { tooltip } from "./charts.js";
import { number, t, unitName } from "./i18n.js";
import { FONT, colour, fontSize } from "./look.js";

/**
 * The course of an indicator: its values, the trend, what is expected with its intervals, the
 * target, change points and anomalies.
 *
 * @param analysis the document's analysis of this area, or null
 * @return asked with the chart's width
 */
export function seriesOption(indicator, values, analysis, target) {
  const forecast = analysis && analysis.forecast ? analysis.forecast.points : [];
  const periods = [...new Set([...values.map((v) => v.time_period), ...forecast.map((p) => p[0])])].sort();
  const at = (entries, member) => {
    const known = new Map(entries.map((e) => [e[0], e[member]]));
    return periods.map((p) => (known.has(p) ? known.get(p) : null));
  };
  const own = at(values.map((v) => [v.time_period, v.value]), 1);
  const decomposition = analysis ? analysis.decomposition || [] : [];
  const anomalies = decomposition.filter((d) => d[4]).map((d) => [d[0], (values.find((v) => v.time_period === d[0]) || {}).value]).filter((d) => d[1] !== undefined);
  const unit = unitName(indicator.unit);
  return (width) => {
    const band = (low, high, name, opacity) => [
      { type: "line", name: "", data: at(forecast, low), stack: name, symbol: "none", lineStyle: { opacity: 0 }, silent: true, tooltip: { show: false } },
      { type: "line", name, data: at(forecast.map((p) => [p[0], p[high] - p[low]]), 1), stack: name, symbol: "none", lineStyle: { opacity: 0 }, itemStyle: { color: colour("series-2"), opacity: 3 * opacity }, areaStyle: { color: colour("series-2"), opacity }, silent: true, tooltip: { show: false } },
    ];
    const line = (name, data, tone, style) => ({ type: "line", name, data, showSymbol: data.filter((v) => v !== null).length < 40, symbolSize: 5, connectNulls: false, lineStyle: { width: 2, color: colour(tone), ...style }, itemStyle: { color: colour(tone) }, emphasis: { disabled: true } });
    const main = line(t("value"), own, "series-1", {});
    const marksOf = [
      ...(analysis ? analysis.change_points || [] : []).map((p) => ({ xAxis: p, label: { formatter: t("change.point"), color: colour("text-soft") }, lineStyle: { color: colour("line-strong"), type: "dotted" } })),
      ...(target ? [{ yAxis: target.target, label: { formatter: t("goal") + " " + number(target.target), position: "insideEndTop", color: colour("limit") }, lineStyle: { color: colour("limit"), type: "dashed" } }] : []),
    ];
    if (marksOf.length) main.markLine = { symbol: "none", silent: true, data: marksOf };
    return {
      animation: false,
      textStyle: { fontFamily: FONT, fontSize: fontSize(0.75) },
      grid: { left: 8, right: width < 560 ? 12 : 28, top: fontSize(4.5), bottom: periods.length > 60 ? 56 : 12, containLabel: true },
      legend: { top: 0, left: 0, textStyle: { color: colour("text"), fontSize: fontSize(0.8125) }, data: [t("value"), ...(decomposition.length ? [t("trend")] : []), ...(forecast.length ? [t("forecast"), t("interval.80"), t("interval.95")] : []), ...(anomalies.length ? [t("anomaly")] : [])] },
      tooltip: { trigger: "axis", ...tooltip((points) => [String(points[0].axisValue), ...points.filter((p) => p.seriesName && p.value !== null && p.value !== undefined).map((p) => p.seriesName + ": " + number(Array.isArray(p.value) ? p.value[1] : p.value, indicator.decimals) + " " + unit)]) },
      xAxis: { type: "category", data: periods, boundaryGap: false, axisLabel: { color: colour("text-soft"), hideOverlap: true }, axisTick: { show: false }, axisLine: { lineStyle: { color: colour("line-strong") } } },
      yAxis: { type: "value", scale: true, name: unit, nameGap: 12, nameTextStyle: { color: colour("text-soft"), align: "left", fontSize: fontSize(0.75) }, axisLabel: { color: colour("text-soft") }, splitLine: { lineStyle: { color: colour("line") } } },
      dataZoom: periods.length > 60 ? [{ type: "slider", bottom: 8, height: 24, startValue: Math.max(0, periods.length - 90), endValue: periods.length - 1, borderColor: colour("line"), fillerColor: colour("zoom"), textStyle: { color: colour("text-soft") }, showDetail: false }] : [],
      series: [
        ...(forecast.length ? [...band(5, 6, t("interval.95"), 0.16), ...band(3, 4, t("interval.80"), 0.3)].map((s) => ({ ...s, stackStrategy: "all" })) : []),
        ...(decomposition.length ? [{ ...line(t("trend"), at(decomposition, 1), "series-3", { width: 1.5 }), showSymbol: false }] : []),
        ...(forecast.length ? [{ ...line(t("forecast"), at(forecast, 1), "series-2", { type: [5, 4] }), showSymbol: false }] : []),
        main,
        ...(anomalies.length ? [{ type: "scatter", name: t("anomaly"), data: anomalies, symbolSize: 10, symbol: "diamond", itemStyle: { color: colour("limit") } }] : []),
      ],
    };
  };
}
