import { has, load } from "./api.js";
import { measure, number, t } from "./i18n.js";
import { before, daysBetween, end, kind } from "./periods.js";
import { state } from "./state.js";

/** Days that figures of a frequency may lie behind the newest daily ones before they are stale. */
const PATIENCE = { D: 2, M: 62, Q: 140, A: 550 };

export const CITY = "310000";

/** The area that the page is about. */
export function area() {
  return state().district || CITY;
}

/** Every indicator with a value in the area, by code; an old release gives none. */
export async function figuresOf(place) {
  if (!(await has("figures"))) return new Map();
  try {
    const document = await load("figures/" + place);
    return new Map(document.indicators.map((i) => [i.code, i]));
  } catch (error) {
    if (error.status === 404) return new Map();
    throw error;
  }
}

/** The newest day that any daily figure of the area tells of, or null. */
export function dataDay(figures) {
  const days = [...figures.values()].flatMap((i) => i.values.filter((v) => v.value !== null).map((v) => v.time_period)).filter((p) => kind(p) === "D");
  return days.sort().pop() || null;
}

/**
 * The newest figure of an indicator, held against the same weekday of last week or the same period
 * of last year, never against a period of another kind. Null where there is none.
 */
export function newest(indicator, step) {
  const values = indicator.values.filter((v) => v.value !== null);
  if (!values.length) return null;
  const value = values[values.length - 1];
  const against = before(value.time_period, step);
  const other = against ? values.find((v) => v.time_period === against) || null : null;
  return { value, other, against, change: other ? changeOf(indicator, value.value, other.value) : null };
}

/** What a figure is held against: days the same weekday, longer periods the year before. */
export function stepOf(indicator, asked) {
  return asked || (indicator.frequency === "D" ? "week" : "year");
}

/** Below this, a count's change is told in cases: one more than two is no "+50 %" to act on. */
const SMALL = 100;

/** Percentages differ in points, small counts by number, other figures in percent of the earlier one. */
function changeOf(indicator, now, then) {
  const kindOf = indicator.unit.code === "percent" ? "points" : indicator.decimals === 0 && Math.abs(then) < SMALL ? "number" : "percent";
  if (kindOf === "percent" && then === 0) return null;
  const amount = kindOf === "percent" ? (100 * (now - then)) / Math.abs(then) : now - then;
  const digits = kindOf === "number" ? 0 : 1;
  const shown = Number(amount.toFixed(digits));
  const up = indicator.direction === "higher" ? 1 : indicator.direction === "lower" ? -1 : 0;
  const tone = shown === 0 || up === 0 ? "neutral" : shown * up > 0 ? "good" : "bad";
  return { shown, digits, kind: kindOf, tone };
}

/** A change in words: its sign and amount. */
export function changeText(change) {
  if (change.shown === 0) return t("compare.same");
  const sign = change.shown > 0 ? "▲ +" : "▼ −";
  const unit = { points: "\u00a0" + t("points"), percent: "%", number: "" }[change.kind];
  return sign + number(Math.abs(change.shown), change.digits) + unit;
}

/** How many days a figure lies behind the newest daily one, where that is too many; else 0. */
export function behind(indicator, value, day) {
  const last = end(value.time_period);
  if (day === null || last === null) return 0;
  const days = daysBetween(last, end(day));
  return days > (PATIENCE[kind(value.time_period)] || Infinity) ? days : 0;
}

/** The plan's target of an indicator in the area: the nearest that is not past, else the last. */
export function targetOf(targets, code, place, period) {
  const own = targets.filter((x) => x.indicator_code === code && x.ref_area === place && x.target !== null).sort((a, b) => a.time_period.localeCompare(b.time_period));
  return own.find((x) => x.time_period >= period.slice(0, 4)) || own[own.length - 1] || null;
}

export function targetText(target, indicator) {
  return t("goal") + " " + measure(target.target, undefined, target.unit || indicator.unit) + " (" + target.time_period + ")";
}
