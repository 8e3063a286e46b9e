import { load } from "./api.js";
import { area, behind, changeText, dataDay, figuresOf, newest, stepOf } from "./figures.js";
import { chip, el } from "./dom.js";
import { number, period, pick, t, unitName } from "./i18n.js";
import { OWN, address } from "./state.js";
import { sparkline } from "./svg.js";
import { marks } from "./tile.js";

/** The indicators of some domains, or those that are named, one a line: value, change, course, day. */
export async function render(parameters) {
  const [figures, { indicators }] = await Promise.all([figuresOf(area()), load("indicators")]);
  const domains = parameters.domains || (parameters.domain ? [parameters.domain] : []);
  const wanted = indicators.filter((i) => (parameters.indicators || []).includes(i.code) || domains.includes(i.domain));
  const day = dataDay(figures);
  const rows = wanted
    .filter((i) => figures.has(i.code))
    .map((i) => ({ indicator: figures.get(i.code), step: stepOf(i, parameters.compare), found: newest(figures.get(i.code), stepOf(i, parameters.compare)) }))
    .filter((r) => r.found);
  const elsewhere = wanted.filter((i) => !rows.some((r) => r.indicator.code === i.code) && (i.areas || []).length > 0);
  const missing = wanted.length - rows.length - elsewhere.length;
  const line = ({ indicator, step, found }) => {
    const late = behind(indicator, found.value, day);
    const values = indicator.values.slice(-24).map((v) => v.value);
    return el(
      "tr",
      {},
      el("th", { scope: "row" }, el("a", { href: address({ ...OWN, page: "indicator", indicator: indicator.code }) }, pick(indicator, "name")), " ", marks(found.value), late ? chip(t("stale", { n: number(late, 0) }), "bad") : null),
      el("td", { class: "number" }, el("strong", {}, number(found.value.value, indicator.decimals)), el("span", { class: "where" }, " " + unitName(indicator.unit))),
      el("td", { class: "number" }, found.change ? [el("span", { class: "figure-change " + found.change.tone }, changeText(found.change)), el("span", { class: "where" }, " " + t("compare." + step))] : el("span", { class: "where" }, "–")),
      el("td", { class: "course" }, sparkline(values, pick(indicator, "name"))),
      el("td", {}, period(found.value.time_period)),
      el("td", {}, indicator.owner),
    );
  };
  return {
    body: [
      !rows.length ? null : el(
        "div",
        { class: "table-frame open", tabindex: 0, role: "region", "aria-label": t("indicator") },
        el(
          "table",
          {},
          el("thead", {}, el("tr", {}, el("th", { scope: "col" }, t("indicator")), el("th", { scope: "col", class: "number" }, t("value")), el("th", { scope: "col", class: "number" }, t("change")), el("th", { scope: "col" }, t("recent")), el("th", { scope: "col" }, t("period")), el("th", { scope: "col" }, t("owner")))),
          el("tbody", {}, rows.map(line)),
        ),
      ),
      elsewhere.length ? el("p", { class: "note" }, t("table.elsewhere"), elsewhere.map((i) => [el("a", { href: address({ ...OWN, page: "indicator", indicator: i.code }) }, pick(i, "name")), " "])) : null,
      missing ? el("p", { class: "note" }, t("unvalued", { n: number(missing, 0) }) + " ", el("a", { href: address({ ...OWN, page: "indicator" }) }, t("search"))) : null,
    ],
    empty: rows.length ? null : t(wanted.length ? "empty.figure.area" : "empty.figure"),
  };
}
