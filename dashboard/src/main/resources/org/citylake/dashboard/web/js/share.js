import { step } from "./cartogram.js";
import { save } from "./csv.js";
import { t } from "./i18n.js";
import { FONT, colour } from "./look.js";

const CELL = 132;
const GAP = 6;
const HEAD = 64;

/** A picture's text stands above what is drawn: what it shows, and what has to be known of it. */
function headed(title, notes, width, height) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height + HEAD;
  const pen = canvas.getContext("2d");
  pen.fillStyle = colour("surface");
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = colour("text");
  pen.font = "600 20px " + FONT;
  pen.fillText(title, GAP * 2, 30, canvas.width - 4 * GAP);
  pen.font = "13px " + FONT;
  pen.fillText(notes, GAP * 2, 52, canvas.width - 4 * GAP);
  return { canvas, pen };
}

/** Saves a picture of a map of outlines that is already drawn; for maps with an approval number. */
export function shareOutlines(name, title, notes, drawn) {
  const { canvas, pen } = headed(title, notes, drawn.width, drawn.height);
  pen.drawImage(drawn, 0, HEAD);
  canvas.toBlob((blob) => save(name, blob));
}

/**
 * Saves a picture of the areas as tiles. Outlines of districts may leave the house with a map
 * approval number only, tiles always may.
 *
 * @param places code to [column, row]
 */
export function shareTiles(name, title, notes, areas, places) {
  const known = areas.filter((a) => places[a.code]);
  const wide = 1 + Math.max(...known.map((a) => places[a.code][0]));
  const tall = 1 + Math.max(...known.map((a) => places[a.code][1]));
  const { canvas, pen } = headed(title, notes, wide * CELL + 2 * GAP, tall * CELL * 0.6 + 2 * GAP);
  pen.textAlign = "center";
  for (const a of known) {
    const [column, row] = places[a.code];
    const x = GAP + column * CELL;
    const y = HEAD + row * CELL * 0.6;
    const shade = step(a.value, areas);
    pen.fillStyle = colour(shade ? "map-" + shade : "map-none");
    pen.fillRect(x, y, CELL - GAP, CELL * 0.6 - GAP);
    pen.fillStyle = colour(shade > 3 ? "map-ink-strong" : shade === 3 ? "map-ink-mid" : "map-ink");
    pen.font = "14px " + FONT;
    pen.fillText(a.name, x + (CELL - GAP) / 2, y + 30, CELL - 2 * GAP);
    pen.font = "600 18px " + FONT;
    pen.fillText(a.value === null ? t("no.data") : a.text, x + (CELL - GAP) / 2, y + 54, CELL - 2 * GAP);
  }
  canvas.toBlob((blob) => save(name, blob));
}
