/** Small pictures that need no chart library. Their colours stand in the style sheet, by class. */

const NAMESPACE = "http://www.w3.org/2000/svg";

export function svg(tag, attributes, ...children) {
  const node = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(name, String(value));
  }
  node.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false));
  return node;
}

/** A line without axes over the values in order; a null is a gap and no bridge. */
export function sparkline(values, label) {
  const known = values.filter((v) => v !== null);
  if (known.length < 2) return null;
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const x = (at) => 2 + (at * 116) / (values.length - 1);
  const y = (value) => 28 - ((value - low) * 24) / span;
  let pen = "M";
  const path = values
    .map((v, at) => {
      if (v === null) {
        pen = "M";
        return "";
      }
      const step = pen + x(at).toFixed(1) + " " + y(v).toFixed(1);
      pen = "L";
      return step;
    })
    .join("");
  const last = values.length - 1 - [...values].reverse().findIndex((v) => v !== null);
  const end = x(last).toFixed(1) + " " + y(values[last]).toFixed(1);
  return svg(
    "svg",
    { class: "spark", viewBox: "0 0 120 32", preserveAspectRatio: "none", role: "img", "aria-label": label },
    svg("path", { class: "spark-line", d: path, "vector-effect": "non-scaling-stroke" }),
    svg("path", { class: "spark-end", d: "M" + end + "L" + end, "vector-effect": "non-scaling-stroke" }),
  );
}

/** Columns over the values in order, all on one scale from 0 to the highest. */
export function columns(values, highest, label) {
  const wide = 120 / values.length;
  return svg(
    "svg",
    { class: "columns", viewBox: "0 0 120 32", preserveAspectRatio: "none", role: "img", "aria-label": label },
    values.map((v, at) => {
      const tall = v === null || !highest ? 0 : Math.max(0.5, (v * 30) / highest);
      return svg("rect", { class: at === values.length - 1 ? "column last" : "column", x: (at * wide + wide * 0.12).toFixed(2), y: (32 - tall).toFixed(2), width: (wide * 0.76).toFixed(2), height: tall.toFixed(2) });
    }),
  );
}

/** A dot on a line from low to high, on a scale from 0 to 1. */
export function whisker(low, at, high, label) {
  const x = (share) => (2 + share * 196).toFixed(1);
  return svg(
    "svg",
    { class: "whisker", viewBox: "0 0 200 16", preserveAspectRatio: "none", role: "img", "aria-label": label },
    svg("path", { class: "whisker-rail", d: "M0 8H200", "vector-effect": "non-scaling-stroke" }),
    svg("path", { class: "whisker-line", d: "M" + x(low) + " 8H" + x(high), "vector-effect": "non-scaling-stroke" }),
    at === null ? null : svg("path", { class: "whisker-dot", d: "M" + x(at) + " 8H" + x(at), "vector-effect": "non-scaling-stroke" }),
  );
}
