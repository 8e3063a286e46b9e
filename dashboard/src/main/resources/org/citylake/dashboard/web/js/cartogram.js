import { el } from "./dom.js";
import { number, t } from "./i18n.js";

const STEPS = 5;

/** The shade of a value among the areas', 1 to 5 by equal steps; 0 where nothing is known. */
export function step(value, areas) {
  const known = areas.map((a) => a.value).filter((v) => v !== null);
  const low = Math.min(...known);
  const high = Math.max(...known);
  if (value === null) return 0;
  return high === low ? 3 : 1 + Math.min(STEPS - 1, Math.floor(((value - low) * STEPS) / (high - low)));
}

/**
 * One tile for every area, shaded by its value: no outline, so nothing to approve, and each tile is
 * a button for keyboard and finger.
 *
 * @param areas [{code, name, value, text, note}], value null where nothing is known
 * @param places code to [column, row] from 0, or null to let them flow
 * @param onChoose called with a code, or null when tiles are for looking only
 */
export function cartogram(areas, places, chosen, label, onChoose) {
  const tiles = areas.map((a) => {
    const place = places ? places[a.code] : null;
    return el(
      onChoose ? "button" : "div",
      {
        type: onChoose ? "button" : null,
        class: "area-tile step-" + step(a.value, areas),
        "aria-pressed": onChoose ? String(a.code === chosen) : null,
        "data-focus": onChoose ? "area-" + a.code : null,
        title: a.note || null,
        style: place ? { gridColumn: String(place[0] + 1), gridRow: String(place[1] + 1) } : {},
        onclick: onChoose ? () => onChoose(a.code) : null,
      },
      el("span", { class: "area-name" }, a.name),
      el("span", { class: "area-value" }, a.value === null ? t("no.data") : a.text),
    );
  });
  return el("div", { class: "cartogram" + (places ? " placed" : ""), role: "group", "aria-label": label }, tiles);
}

/** What the shades mean: the lowest and the highest value, and that grey says nothing is known. */
export function scale(areas, digits) {
  const known = areas.map((a) => a.value).filter((v) => v !== null);
  if (!known.length) return null;
  return el(
    "p",
    { class: "scale" },
    el("span", {}, number(Math.min(...known), digits)),
    [1, 2, 3, 4, 5].map((k) => el("span", { class: "scale-step step-" + k })),
    el("span", {}, number(Math.max(...known), digits)),
    known.length < areas.length ? [el("span", { class: "scale-step step-0" }), el("span", {}, t("no.data"))] : null,
  );
}
