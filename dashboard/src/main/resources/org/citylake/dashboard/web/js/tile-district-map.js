import { loadFile } from "./api.js";
import { areas } from "./areas.js";
import { cartogram } from "./cartogram.js";
import { FONT, colour, draw, fontSize, registerMap, tooltip } from "./charts.js";
import { save } from "./csv.js";
import { el } from "./dom.js";
import { chosen, controls, explanation, facts, valueTable } from "./indicator.js";
import { measure, number, period, pick, t, unitName } from "./i18n.js";
import { sharePicture } from "./share.js";
import { change, state } from "./state.js";

const CLASSES = 5;

/** Breaks between classes of equal size, rounded to two digits so that the legend can be read. */
export function breaks(values) {
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

export async function render(parameters, id) {
  const [choice, names] = await Promise.all([chosen(parameters), areas()]);
  const tools = parameters.selectable ? controls(choice, id) : [];
  if (choice.missing) return { empty: t("empty.indicator.unknown") + choice.missing, controls: tools };
  const i = choice.indicator;
  const painted = new Map(choice.values.filter((v) => v.district && v.value !== null).map((v) => [v.district, v]));
  const limits = breaks([...painted.values()].map((v) => v.value));
  const base = {
    chips: [],
    subtitle: pick(i, "name") + (choice.period ? " · " + period(choice.period) : "") + " · " + unitName(i.unit),
    controls: tools,
    facts: facts(choice),
    table: choice.values.length ? valueTable(choice, names) : null,
    explain: explanation(choice, names),
  };
  if (!choice.values.length) return { ...base, empty: t("empty.indicator") };

  const map = names.document.map;
  const geometry = await loadFile(map.geometry);
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
  // Outlines leave the house with an approval number only: paper and pictures show tiles instead.
  const approved = Boolean(map.map_approval_no);
  const places = await loadFile(map.tiles || "maps/shanghai-tiles.json");
  const tiles = names.today.map((d) => {
    const v = painted.get(d.code);
    return { code: d.code, name: names.shortName(d.code), value: v ? v.value : null, text: v ? number(v.value, i.decimals) : "" };
  });
  const share = el(
    "button",
    {
      type: "button",
      class: "small",
      "data-focus": id + "-share",
      onclick: () => {
        if (!approved) sharePicture(i.code + ".png", base.subtitle, tiles, places);
        else canvas.querySelector("canvas").toBlob((blob) => save(i.code + ".png", blob));
      },
    },
    t("download.picture"),
  );
  const canvas = el("div", { class: "chart map" + (approved ? "" : " unapproved"), role: "img", "aria-label": t("map.label") + ": " + base.subtitle });
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
  const note = el("p", { class: "note" }, t("map.schematic") + " · " + (map.map_approval_no ? t("map.approval") + " " + map.map_approval_no : t("map.internal")));
  return {
    ...base,
    empty: painted.size ? null : t("empty.districts"),
    controls: [...tools, share],
    body: [canvas, approved ? null : el("div", { class: "print-only" }, cartogram(tiles, places, "", base.subtitle, null)), legend, note],
    after: () => draw(canvas, option, (p) => change({ district: p.name === state().district ? "" : p.name })),
  };
}
