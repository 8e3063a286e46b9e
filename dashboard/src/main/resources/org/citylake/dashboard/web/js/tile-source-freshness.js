import { load } from "./api.js";
import { el } from "./dom.js";
import { number, t } from "./i18n.js";
import { agency } from "./sources.js";

const DAYS = 14;

/** Which agency delivered on which day: a gap is seen before anybody trusts an old figure. */
export async function render() {
  const { loads } = await load("loads");
  if (!loads.length) return { empty: t("loads.none") };
  const day = (l) => l.arrived_at.slice(0, 10);
  const newest = loads.map(day).sort().pop();
  const days = [];
  for (let back = DAYS - 1; back >= 0; back--) days.push(new Date(Date.parse(newest) - back * 86400000).toISOString().slice(0, 10));
  const agencies = new Map();
  for (const l of loads) {
    const name = agency(l);
    if (!agencies.has(name)) agencies.set(name, new Map());
    const cells = agencies.get(name);
    const cell = cells.get(day(l)) || { count: 0, quarantined: 0, arrived: 0 };
    cells.set(day(l), { count: cell.count + 1, quarantined: cell.quarantined + l.quarantined, arrived: cell.arrived + l.arrived });
  }
  const rows = [...agencies].sort((a, b) => [...a[1].keys()].sort().pop().localeCompare([...b[1].keys()].sort().pop()) || a[0].localeCompare(b[0]));
  return {
    subtitle: days[0] + " – " + newest,
    body: [
      el(
        "div",
        { class: "table-frame", tabindex: 0, role: "region", "aria-label": t("fresh.how") },
        el(
          "table",
          { class: "fresh" },
          el("caption", { class: "hidden" }, t("fresh.how")),
          el("thead", {}, el("tr", {}, el("th", { scope: "col" }, t("agency")), days.map((d) => el("th", { scope: "col", "aria-label": d }, d.slice(8))))),
          el(
            "tbody",
            {},
            rows.map(([name, cells]) =>
              el(
                "tr",
                {},
                el("th", { scope: "row" }, name),
                days.map((d) => {
                  const cell = cells.get(d);
                  if (!cell) return el("td", {}, el("span", { class: "hidden" }, "–"));
                  const note = d + ": " + t("loads.arrived") + " " + number(cell.arrived, 0) + " · " + t("loads.quarantined") + " " + number(cell.quarantined, 0);
                  return el("td", { class: cell.quarantined ? "came bad" : "came good", title: note }, String(cell.count) + (cell.quarantined ? "!" : ""));
                }),
              ),
            ),
          ),
        ),
      ),
    ],
    facts: [[t("data.date"), newest]],
    explain: [el("p", {}, t("fresh.how"))],
  };
}
