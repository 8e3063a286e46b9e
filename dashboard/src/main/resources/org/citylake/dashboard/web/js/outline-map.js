import { draw, registerMap, tooltip } from "./charts.js";
import { el } from "./dom.js";
import { measure, number, t, unitName } from "./i18n.js";
import { FONT, colour, fontSize } from "./look.js";
import { change, state } from "./state.js";

const CLASSES = 5;

/** Breaks between classes of equal size, rounded to two digits so that the legend can be read. */
function breaks(values) {
  const ordered = [...values].sort((a, b) => a - b);
  const found = [];
  for (let i = 1; i < CLASSES; i++) {
    const at = ordered[Math.min(ordered.length - 1, Math.floor((i * ordered.length) / CLASSES))];
    const rounded = Number(at.toPrecision(2));
    if (rounded > ordered[0] && rounded <= ordered[ordered.length - 1] && !found.includes(rounded)) found.push(rounded);
  }
  return found;
}

function classOf(value, limits) {
  return limits.filter((limit) => value >= limit).length;
}

/** Few classes take the outer steps of the scale, so that they stay apart. */
function shade(index, count) {
  return colour("map-" + (count <= 1 ? 3 : Math.round((index * (CLASSES - 1)) / (count - 1)) + 1));
}

/**
 * The districts by their outlines, the crowded centre once more and larger.
 *
 * @param i the indicator
 * @param painted district to its value
 * @param geometry GeoJSON, features known by the district's code
 * @return {canvas, legend, draw: to be called when the canvas stands in the page}
 */
export function outlineMap(i, painted, geometry, names, label) {
  const limits = breaks([...painted.values()].map((v) => v.value));
  const central = new Set(names.today.filter((d) => d.division_class === "central").map((d) => d.code));
  const inset = { type: "FeatureCollection", features: geometry.features.filter((f) => central.has(f.id)) };
  registerMap("city", geometry);
  if (inset.features.length) registerMap("city-centre", inset);

  const regions = () =>
    geometry.features.map((f) => {
      const v = painted.get(f.id);
      const index = v ? classOf(v.value, limits) : -1;
      const ink = index >= 0 && (index / Math.max(1, limits.length)) * 4 >= 2.5 ? colour("map-ink-strong") : colour("map-ink");
      return {
        name: f.id,
        value: v ? v.value : NaN,
        selected: f.id === state().district,
        itemStyle: { areaColor: index < 0 ? colour("map-none") : shade(index, limits.length + 1) },
        label: { color: ink },
      };
    });
  const series = (name, box, size) => ({
    type: "map",
    map: name,
    ...box,
    preserveAspect: "contain",
    selectedMode: "single",
    data: regions().filter((r) => name === "city" || central.has(r.name)),
    label: { show: true, formatter: (p) => names.shortName(p.name), fontSize: fontSize(size), fontFamily: FONT },
    labelLayout: { hideOverlap: true },
    itemStyle: { borderColor: colour("surface"), borderWidth: 1 },
    emphasis: { label: { show: true, color: colour("map-hover-ink") }, itemStyle: { areaColor: colour("map-hover"), borderColor: colour("text") } },
    select: { label: { show: true, color: colour("map-hover-ink"), fontWeight: 600 }, itemStyle: { areaColor: colour("map-hover"), borderColor: colour("text"), borderWidth: 1.5 } },
  });
  const option = (width) => {
    const narrow = width < 560;
    const insets = inset.features.length > 0;
    const all = series("city", narrow ? { left: 8, right: 8, top: 8, height: insets ? "62%" : "96%" } : { left: 16, top: 12, bottom: 12, width: insets ? "56%" : "94%" }, 0.75);
    const centre = series("city-centre", narrow ? { left: 40, right: 40, top: "70%", bottom: 8 } : { left: "64%", right: 16, top: "14%", bottom: "10%" }, 0.75);
    if (insets) {
      // The big map leaves the crowded names of the centre to the inset.
      all.data.filter((r) => central.has(r.name)).forEach((r) => Object.assign(r, { label: { show: false }, emphasis: { label: { show: false } }, select: { label: { show: false } } }));
    }
    return {
      animation: false,
      textStyle: { fontFamily: FONT },
      tooltip: {
        trigger: "item",
        ...tooltip((p) => {
          const v = painted.get(p.name);
          return [names.name(p.name), v ? measure(v.value, i.decimals, i.unit) : t("no.data"), ...(v ? v.quality.map((q) => t("quality." + q)) : [])];
        }),
      },
      title: insets
        ? { text: t("map.centre"), left: narrow ? 12 : "64%", top: narrow ? "64%" : "5%", textStyle: { fontSize: fontSize(0.8125), fontWeight: 500, color: colour("text-soft"), fontFamily: FONT } }
        : undefined,
      series: insets ? [all, centre] : [all],
    };
  };
  const canvas = el("div", { class: "chart map", role: "img", "aria-label": label });
  const low = [-Infinity, ...limits];
  const legend = el(
    "ul",
    { class: "legend", "aria-label": unitName(i.unit) },
    painted.size
      ? low.map((from, k) => {
          const to = limits[k];
          const text = limits.length === 0 ? number([...painted.values()][0].value, i.decimals) : k === 0 ? "< " + number(to) : k === limits.length ? "≥ " + number(from) : number(from) + " – " + number(to);
          return el("li", {}, el("span", { class: "swatch", style: { background: shade(k, limits.length + 1) } }), text);
        })
      : null,
    painted.size < names.today.length ? el("li", {}, el("span", { class: "swatch", style: { background: colour("map-none") } }), t("no.data")) : null,
  );
  return { canvas, legend, draw: () => draw(canvas, option, (p) => change({ district: p.name === state().district ? "" : p.name })) };
}
