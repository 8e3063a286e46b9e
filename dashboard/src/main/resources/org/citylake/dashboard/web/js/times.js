/** A moment as the server tells it (UTC), to the minute. */
export function time(text) {
  return text ? text.slice(0, 16).replace("T", " ") : "–";
}
