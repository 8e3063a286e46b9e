import { load } from "./api.js";
import { areas } from "./areas.js";
import { el } from "./dom.js";
import { number, pick, t } from "./i18n.js";
import { state } from "./state.js";
import { svg } from "./svg.js";

/** Upper ends of the classes of PM2.5 over 24 hours, HJ 633-2012. */
const LIMITS = [35, 75, 115, 150];
const MONTHS = 13;

/** Every day of the last thirteen months as a cell: a row a month, a column a day. */
export async function render(parameters, id) {
  const known = (await load("series")).series;
  if (!known.includes(parameters.metric)) return { empty: t("empty.series") };
  const [document, names] = await Promise.all([load("series/" + parameters.metric), areas()]);
  const stations = document.stations.filter((s) => s.days.length);
  if (!stations.length) return { empty: t("empty.series") };
  const picture = el("div", { class: "calendar" });
  let current = stations.find((s) => s.ref_area === state().district) || stations[0];
  const cells = () => {
    const months = new Map();
    for (const [day, mean] of current.days) {
      const month = day.slice(0, 7);
      if (!months.has(month)) months.set(month, []);
      months.get(month).push([day, mean]);
    }
    return [...months].slice(-MONTHS);
  };
  const show = () => {
    const rows = cells();
    picture.replaceChildren(
      svg(
        "svg",
        { viewBox: "0 0 366 " + (14 + rows.length * 12), role: "img", "aria-label": pick(current, "name") + ", " + rows[0][0] + " – " + rows[rows.length - 1][0] },
        [1, 5, 10, 15, 20, 25, 30].map((d) => svg("text", { class: "tick", x: 52 + (d - 1) * 10 + 4.5, y: 9, "text-anchor": "middle" }, String(d))),
        rows.map(([month, days], at) => [
          svg("text", { class: "tick", x: 46, y: 14 + at * 12 + 9, "text-anchor": "end" }, month),
          days.map(([day, mean]) => {
            const step = mean === null ? "none" : String(LIMITS.filter((limit) => mean > limit).length);
            return svg("rect", { class: "pm pm-" + step, x: 52 + (Number(day.slice(8)) - 1) * 10, y: 14 + at * 12, width: 9, height: 11, rx: 1.5 }, svg("title", {}, day + ": " + (mean === null ? t("series.invalid") : number(mean, 0) + " µg/m³")));
          }),
        ]),
      ),
    );
  };
  show();
  const choose = el(
    "select",
    { "aria-label": t("station"), "data-focus": id + "-station", onchange: (e) => { current = stations.find((s) => s.sensor_id === e.target.value); show(); } },
    stations.map((s) => el("option", { value: s.sensor_id, selected: s === current }, pick(s, "name") + " · " + names.name(s.ref_area))),
  );
  const last = current.days[current.days.length - 1][0];
  return {
    subtitle: "PM2.5 · µg/m³",
    controls: stations.length > 1 ? [choose] : [],
    body: [picture, el("ul", { class: "legend" }, LIMITS.concat(0).map((_, k) => el("li", {}, el("span", { class: "swatch pm-" + k }), t("pm." + k))))],
    table: {
      caption: "PM2.5 (µg/m³)",
      columns: [{ label: t("series.date") }, ...stations.map((s) => ({ label: pick(s, "name"), number: true }))],
      rows: current.days.slice(-400).map(([day]) => [day, ...stations.map((s) => { const found = s.days.find((d) => d[0] === day); return found && found[1] !== null ? number(found[1], 1) : t("series.invalid"); })]),
    },
    facts: [[t("data.date"), last], [t("owner"), current.owner]],
    explain: [el("p", {}, t("pm.how"))],
  };
}
