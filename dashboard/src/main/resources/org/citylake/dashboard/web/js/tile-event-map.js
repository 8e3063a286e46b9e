import { has, load } from "./api.js";
import { areas } from "./areas.js";
import { cartogram, scale } from "./cartogram.js";
import { chip, el } from "./dom.js";
import { number, pick, t } from "./i18n.js";
import { tilesOf } from "./maps.js";
import { OWN, address, change, state } from "./state.js";

const KINDS = ["emergency", "hotline", "grid"];
const SHOWN = 40;

let chosen = "";

/**
 * Where something is open: emergencies, hotline tickets, grid cases, and the warnings in force, by
 * district or by the chosen district's subdistricts, with the same as a list beside. Areas alone:
 * a point could tell whose case it is.
 */
export async function render(parameters, id) {
  if (!(await has("open_cases"))) return { empty: t("empty.document") };
  const [document, names, warnings] = await Promise.all([load("open-cases"), areas(), warningsInForce()]);
  const district = state().district;
  const places = document.places.filter((p) => !district || p.ref_area === district);
  const tiles = district ? null : await tilesOf(names.document.map);
  const place = el("div", { class: "event-places" });
  const kinds = el("span", { class: "segments", role: "group", "aria-label": t("events.kind") });
  const sum = (kind) => places.filter((p) => p.case_kind === kind).reduce((total, p) => total + p.open, 0);

  function show(kind) {
    kinds.replaceChildren(...[...KINDS, "warning"].map((k) => el("button", { type: "button", class: "small", "data-focus": id + "-" + k, "aria-pressed": String(k === kind), onclick: () => again(k) }, t("events." + k) + " " + number(k === "warning" ? here(warnings, names, district).length : sum(k), 0))));
    place.replaceChildren(...(kind === "warning" ? warned(here(warnings, names, district), names, district, tiles) : opened(places.filter((p) => p.case_kind === kind), document, names, district, tiles)));
  }
  function again(kind) {
    chosen = kind;
    show(kind);
    kinds.querySelector('[aria-pressed="true"]').focus();
  }
  show(chosen || KINDS.find((kind) => sum(kind) > 0) || KINDS[0]);
  return {
    chips: document.synthetic ? [chip(t("value_status.synthetic"), "warn")] : [],
    subtitle: t("events.sub") + (district ? " · " + names.name(district) : ""),
    controls: [kinds],
    body: [place],
    facts: [[t("data.date"), document.latest_day]],
    explain: [el("p", {}, t("events.how"))],
  };
}

async function warningsInForce() {
  return (await has("warnings")) ? (await load("warnings")).warnings : [];
}

/** Of the district, or of any of today's districts; those of the whole city have no place. */
function here(warnings, names, district) {
  return warnings.filter((w) => (district ? w.ref_area.startsWith(district) || w.district === district : true));
}

function opened(places, document, names, district, tiles) {
  if (!places.length) return [el("p", { class: "message" }, t("events.none"))];
  const own = parts(document, names, district).map((a) => ({ ...a, found: places.filter((p) => a.code === (district ? p.subdistrict_code : p.ref_area)) }));
  const shaded = own.map((a) => area(a, a.found.reduce((total, p) => total + p.open, 0), a.found.reduce((total, p) => total + p.overdue, 0)));
  const rows = [...places].sort((a, b) => (a.level || "9").localeCompare(b.level || "9") || b.overdue - a.overdue || b.open - a.open || a.oldest.localeCompare(b.oldest));
  return pair(shaded, tiles, district, rows, (p) => [
    el("span", {}, names.shortName(p.ref_area) + (p.name_zh ? " · " + p.name_zh : "")),
    el("span", {}, p.category || "–", p.level ? [" ", chip(t("level." + p.level), p.level < "4" ? "bad" : "warn")] : null),
    el("strong", {}, number(p.open, 0)),
    el("span", { class: "where" }, [p.overdue ? t("events.overdue", { n: number(p.overdue, 0) }) : "", t("events.oldest") + " " + p.oldest].filter(Boolean).join(" · ")),
  ]);
}

function warned(warnings, names, district, tiles) {
  if (!warnings.length) return [el("p", { class: "message" }, t("warnings.none"))];
  const own = district ? [] : names.today;
  const shaded = own.map((d) => area({ code: d.code, name: names.shortName(d.code) }, warnings.filter((w) => w.ref_area.startsWith(d.code) || w.district === d.code).length, 0));
  const rows = [...warnings].sort((a, b) => a.level.localeCompare(b.level) || b.time_period.localeCompare(a.time_period));
  return pair(shaded, tiles, district, rows, (w) => [
    el("span", {}, names.name(w.ref_area)),
    el("a", { href: address({ ...OWN, page: "indicator", indicator: w.indicator_code }) }, pick(w, "name") || w.indicator_code),
    chip(t("warning." + w.level), w.level === "red" ? "bad" : "warn"),
    el("span", { class: "where" }, w.time_period),
  ]);
}

/** The city's districts, or the subdistricts of one in which anything is open. */
function parts(document, names, district) {
  if (!district) return names.today.map((d) => ({ code: d.code, name: names.shortName(d.code) }));
  const found = new Map();
  for (const p of document.places) if (p.ref_area === district && p.subdistrict_code) found.set(p.subdistrict_code, p.name_zh || p.subdistrict_code);
  return [...found].map(([code, name]) => ({ code, name })).sort((a, b) => a.code.localeCompare(b.code));
}

function area(part, value, overdue) {
  return { code: part.code, name: part.name, value, text: number(value, 0), note: overdue ? t("events.overdue", { n: number(overdue, 0) }) : null };
}

function pair(shaded, tiles, district, rows, line) {
  return [
    shaded.length ? el("div", {}, cartogram(shaded, tiles, district, t("events.sub"), district ? null : (code) => change({ district: code })), scale(shaded, 0)) : null,
    el(
      "div",
      {},
      el("ul", { class: "event-list", tabindex: 0, "aria-label": t("events.list") }, rows.slice(0, SHOWN).map((row) => el("li", {}, line(row)))),
      rows.length > SHOWN ? el("p", { class: "note" }, "+ " + number(rows.length - SHOWN, 0)) : null,
    ),
  ].filter(Boolean);
}
