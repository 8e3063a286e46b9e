/** Reckoning with periods as the tables write them: 2016, 2016-Q3, 2016-09, 2016-09-30. */

const DAY = 86400000;

export function kind(period) {
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return "D";
  if (/^\d{4}-\d{2}$/.test(period)) return "M";
  if (/^\d{4}-Q[1-4]$/.test(period)) return "Q";
  return /^\d{4}$/.test(period) ? "A" : "";
}

const dayText = (time) => new Date(time).toISOString().slice(0, 10);

/** The period to hold against: the same weekday of last week, or the same period of last year. */
export function before(period, step) {
  const year = String(Number(period.slice(0, 4)) - 1);
  switch (kind(period)) {
    case "D":
      return dayText(Date.parse(period) - (step === "week" ? 7 : 364) * DAY);
    case "M":
    case "Q":
    case "A":
      return step === "week" ? null : year + period.slice(4);
    default:
      return null;
  }
}

/** The last day of a period, in milliseconds; null where it cannot be told. */
export function end(period) {
  const year = Number(period.slice(0, 4));
  switch (kind(period)) {
    case "D":
      return Date.parse(period);
    case "M":
      return Date.UTC(year, Number(period.slice(5, 7)), 0);
    case "Q":
      return Date.UTC(year, 3 * Number(period.slice(6)), 0);
    case "A":
      return Date.UTC(year, 12, 0);
    default:
      return null;
  }
}

export function daysBetween(from, to) {
  return Math.round((to - from) / DAY);
}
