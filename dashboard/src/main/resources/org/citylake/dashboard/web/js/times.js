// China has one time and no summer time since 1992; older browsers lack names of zones.
const OFFSET = 8 * 3600 * 1000;

/** A moment as the server tells it (UTC), to the minute of the city's own clock (UTC+8). */
export function time(text) {
  return text ? new Date(Date.parse(/Z|[+-]\d\d:\d\d$/.test(text) ? text : text + "Z") + OFFSET).toISOString().slice(0, 16).replace("T", " ") : "–";
}
