import * as echarts from "../vendor/echarts.js";
import { el } from "./dom.js";
import { FONT, colour, fontSize } from "./look.js";

const charts = new Set();
const watch = new ResizeObserver((entries) => {
  for (const entry of entries) {
    const chart = echarts.getInstanceByDom(entry.target);
    if (chart && entry.contentRect.width > 0) {
      if (chart.citylakeOption) chart.setOption(chart.citylakeOption(entry.contentRect.width), { replaceMerge: ["series"] });
      chart.resize();
    }
  }
});

export function registerMap(name, geometry) {
  if (!echarts.getMap(name)) echarts.registerMap(name, geometry);
}

/** Draws a chart into the element; optionOf is asked again with the width whenever that changes. */
export function draw(element, optionOf, onClick) {
  const chart = echarts.init(element, null, { renderer: "canvas" });
  chart.citylakeOption = optionOf;
  chart.setOption(optionOf(element.clientWidth));
  if (onClick) chart.on("click", onClick);
  charts.add(chart);
  watch.observe(element);
  return chart;
}

export function disposeAll() {
  for (const chart of charts) {
    watch.unobserve(chart.getDom());
    chart.dispose();
  }
  charts.clear();
}

/** A tooltip whose content is built of elements: no inline style, no markup from data. */
export function tooltip(build) {
  return {
    confine: true,
    backgroundColor: colour("surface"),
    borderColor: colour("line-strong"),
    borderWidth: 1,
    padding: [8, 12],
    textStyle: { color: colour("text"), fontFamily: FONT, fontSize: fontSize(0.8125) },
    formatter: (parameters) => {
      const lines = build(parameters);
      return el("div", { class: "tip" }, el("strong", {}, lines[0]), lines.slice(1).map((line) => el("div", {}, line)));
    },
  };
}
