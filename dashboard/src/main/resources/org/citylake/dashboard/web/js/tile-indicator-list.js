import { load } from "./api.js";
import { el } from "./dom.js";
import { number, period, pick, t, unitName } from "./i18n.js";
import { address, state } from "./state.js";
import { searchable } from "./listing.js";

/** Every declared indicator, with or without values, found by name, code, owner or domain. */
export async function render(parameters, id) {
  const { indicators } = await load("indicators");
  const rows = indicators.map((i) => ({
    indicator: i,
    text: [i.code, i.name_zh, i.name_en, i.owner, i.domain, t("domain." + i.domain)].join(" ").toLowerCase(),
    node: el(
      "tr",
      { "data-chosen": String(i.code === state().indicator) },
      el("th", { scope: "row" }, el("a", { href: address({ indicator: i.code, period: "" }), "data-focus": "indicator-" + i.code }, pick(i, "name")), el("span", { class: "where code" }, i.code)),
      el("td", {}, t("domain." + i.domain)),
      el("td", {}, unitName(i.unit)),
      el("td", {}, i.latest_period ? period(i.latest_period) : "–"),
      el("td", { class: "number" }, i.value_count ? number(i.value_count, 0) : "–"),
      el("td", {}, i.owner),
    ),
  }));
  const valued = el("input", { type: "checkbox", id: id + "-valued", onchange: () => found.narrow() });
  const list = el(
    "div",
    { class: "table-frame tall", tabindex: 0, role: "region", "aria-label": t("indicator") },
    el("table", {}, el("thead", {}, el("tr", {}, ["indicator", "domain", "unit", "latest", "value.count", "owner"].map((c) => el("th", { scope: "col", class: c === "value.count" ? "number" : null }, t(c))))), el("tbody", {}, rows.map((r) => r.node))),
  );
  const found = searchable(id, rows, list, el("label", { class: "check", for: id + "-valued" }, valued, t("valued.only")), (row) => !valued.checked || row.indicator.value_count > 0);
  return { body: [found.node] };
}
