import { state } from "./state.js";
import { TEXTS } from "./texts.js";

export function t(key, values) {
  const texts = TEXTS[key];
  let text = texts ? texts[state().lang === "en" ? 1 : 0] : key.replace(/^[^.]*\./, "").replace(/_/g, " ");
  for (const [name, value] of Object.entries(values || {})) text = text.replace("{" + name + "}", value);
  return text;
}

/** The member of an object in the page's language, such as name_zh; the other one where it lacks. */
export function pick(object, name) {
  const own = object[name + "_" + state().lang];
  return own || object[name + "_" + (state().lang === "en" ? "zh" : "en")] || "";
}

export function number(value, digits) {
  if (value === null || value === undefined) return "–";
  const options = digits === undefined ? { maximumFractionDigits: 2 } : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(state().lang === "en" ? "en-GB" : "zh-CN", options).format(value);
}

const SYMBOLS = { percent: "%", mbps: "Mbps", gbps: "Gbps", tbps: "Tbps", ug_m3: "µg/m³", km: "km", km2: "km²", mhz: "MHz", tb: "TB" };

/** The unit as it stands beside a number: its symbol where it has one, else its name. */
export function unitName(unit) {
  if (unit.code === "count" && state().lang === "en") return "";
  return SYMBOLS[unit.code] || pick(unit, "name");
}

/** A number with its unit: signs stand close, names stand apart. */
export function measure(value, digits, unit) {
  const name = unitName(unit);
  return number(value, digits) + (!name || /^[%％°]/.test(name) ? name : "\u00a0" + name);
}

export function period(text) {
  return text.includes("/") ? text.replace("/", "–") : text;
}
