import { load } from "./api.js";
import { areas } from "./areas.js";
import { cartogram, scale } from "./cartogram.js";
import { el } from "./dom.js";
import { chosen, controls, explanation, facts, valueTable } from "./indicator.js";
import { number, period, pick, t, unitName } from "./i18n.js";
import { outlinesOf, tilesOf } from "./maps.js";
import { shareOutlines, shareTiles } from "./share.js";
import { change, state } from "./state.js";

/** An indicator by district: on outlines where the city has them, else on tiles. */
export async function render(parameters, id) {
  const [choice, names, about] = await Promise.all([chosen(parameters), areas(), load("release")]);
  const tools = parameters.selectable ? controls(choice, id) : [];
  if (choice.missing) return { empty: t("empty.indicator.unknown") + choice.missing, controls: tools };
  const i = choice.indicator;
  const painted = new Map(choice.values.filter((v) => v.district && v.value !== null).map((v) => [v.district, v]));
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
  const [outlines, places] = await Promise.all([outlinesOf(map), tilesOf(map)]);
  const tiles = names.today.map((d) => {
    const v = painted.get(d.code);
    return { code: d.code, name: names.shortName(d.code), value: v ? v.value : null, text: v ? number(v.value, i.decimals) : "" };
  });
  const empty = painted.size ? null : t("empty.districts");
  // Outlines leave the house with an approval number only: paper and pictures show tiles instead.
  const approved = Boolean(outlines && map.map_approval_no);
  const drawn = outlines ? (await import("./outline-map.js")).outlineMap(i, painted, outlines, names, t("map.label") + ": " + base.subtitle) : null;
  const marks = [...new Set([...painted.values()].map((v) => v.value_status))].filter((status) => ["synthetic", "imputed"].includes(status)).map((status) => t("value_status." + status));
  const notes = (what) => [...marks, what, t("release") + " " + about.release].join(" · ");
  const share = el(
    "button",
    {
      type: "button",
      class: "small",
      "data-focus": id + "-share",
      onclick: () => {
        const drawnMap = approved && drawn.canvas.querySelector("canvas");
        if (drawnMap) shareOutlines(i.code + ".png", base.subtitle, notes(t("map.approval") + " " + map.map_approval_no), drawnMap);
        else shareTiles(i.code + ".png", base.subtitle, notes(t("map.schematic")), tiles, places);
      },
    },
    t("download.picture"),
  );
  const sharing = places || approved ? [...tools, share] : tools;
  if (!drawn) {
    const choose = (code) => change({ district: code === state().district ? "" : code });
    return { ...base, empty, controls: sharing, body: [cartogram(tiles, places, state().district, base.subtitle, choose), scale(tiles, i.decimals), el("p", { class: "note" }, t("map.tiles"))] };
  }
  if (!approved) drawn.canvas.classList.add("unapproved");
  const note = el("p", { class: "note" }, t("map.schematic") + " · " + (approved ? t("map.approval") + " " + map.map_approval_no : t("map.internal")));
  return {
    ...base,
    empty,
    controls: sharing,
    body: [drawn.canvas, approved ? null : el("div", { class: "print-only" }, cartogram(tiles, places, "", base.subtitle, null)), drawn.legend, note],
    after: drawn.draw,
  };
}
