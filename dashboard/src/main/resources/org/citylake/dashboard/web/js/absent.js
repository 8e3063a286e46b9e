import { load } from "./api.js";
import { areas } from "./areas.js";
import { el } from "./dom.js";
import { number, t } from "./i18n.js";
import { area } from "./figures.js";
import { address } from "./state.js";

const NAMED = 5;

/** Why the area has no value of an indicator, and which areas have one: a tile says no more than it knows. */
export async function absent(code) {
  const entry = (await load("indicators")).indicators.find((i) => i.code === code);
  if (!entry || !entry.value_count) return t("empty.figure");
  const names = await areas();
  const others = (entry.areas || []).filter((a) => a !== area());
  if (!others.length) return t("empty.figure.area");
  const link = (a) => el("a", { href: address({ district: a === names.document.city ? "" : a }) }, a === names.document.city ? t("city") : names.shortName(a));
  return [t("empty.figure.area"), t("figure.elsewhere"), others.slice(0, NAMED).map((a) => [link(a), " "]), others.length > NAMED ? "+ " + number(others.length - NAMED, 0) : null];
}
