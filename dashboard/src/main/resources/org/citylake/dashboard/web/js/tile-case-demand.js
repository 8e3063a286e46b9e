import { casesHere } from "./cases.js";
import { chip, el } from "./dom.js";
import { number, t } from "./i18n.js";
import { columns } from "./svg.js";

const MONTHS = 13;
const SHOWN = 10;

/** What people ask for: each category over thirteen months, so that a month meets itself again. */
export async function render(parameters, id) {
  const here = await casesHere(id);
  if (!here) return { empty: t("empty.document") };
  const document = here.document;
  // A place may have months without a case; the months are the city's.
  const known = [...new Set(here.city.by_category.map((c) => c[0]))].sort();
  if (!document.by_category.length) return { empty: t("empty.cases"), subtitle: here.area, controls: here.choice };
  const newest = known[known.length - 1];
  // A month that is still running is shown, but not held against full ones.
  const partial = document.latest_day && document.latest_day.startsWith(newest) && nextDay(document.latest_day).startsWith(newest);
  const months = known.slice(partial ? -MONTHS - 1 : -MONTHS);
  const wanted = document.by_category.filter((c) => months.includes(c[0]) && (!parameters.case_kind || c[2] === parameters.case_kind));
  const rows = new Map();
  for (const [month, category, caseKind, count] of wanted) {
    const key = caseKind + "/" + category;
    if (!rows.has(key)) rows.set(key, { category, caseKind, counts: months.map(() => 0) });
    rows.get(key).counts[months.indexOf(month)] += count;
  }
  const total = (row) => row.counts.reduce((a, b) => a + b, 0);
  const ordered = [...rows.values()].sort((a, b) => total(b) - total(a));
  const shown = ordered.slice(0, SHOWN);
  const highest = Math.max(...shown.flatMap((r) => r.counts));
  const whole = partial ? months.length - 2 : months.length - 1;
  const yearAgo = months.indexOf(Number(months[whole] ? months[whole].slice(0, 4) : 0) - 1 + (months[whole] || "").slice(4));
  return {
    chips: [document.synthetic ? chip(t("value_status.synthetic"), "warn") : null, here.chips],
    controls: here.choice,
    subtitle: (here.area ? here.area + " · " : "") + months[0] + " – " + newest + (partial ? " (" + t("cases.partial") + ")" : ""),
    body: [
      el(
        "ul",
        { class: "demand" },
        shown.map((r) =>
          el(
            "li",
            {},
            el("span", { class: "demand-name" }, r.category, parameters.case_kind ? null : el("span", { class: "where" }, t("kind." + r.caseKind))),
            columns(r.counts, highest, r.category + ": " + r.counts.map((c) => number(c, 0)).join(", ")),
            el("strong", {}, number(r.counts[whole], 0)),
            el("span", { class: "where" }, yearAgo >= 0 && yearAgo < whole ? t("compare.year") + " " + number(r.counts[yearAgo], 0) : ""),
          ),
        ),
      ),
      ordered.length > shown.length ? el("p", { class: "note" }, "+ " + (ordered.length - shown.length) + " " + t("cases.category")) : null,
    ],
    table: {
      caption: t("cases.count"),
      columns: [{ label: t("cases.category") }, { label: t("status") }, ...months.map((m) => ({ label: m, number: true }))],
      rows: ordered.map((r) => [r.category, t("kind." + r.caseKind), ...r.counts.map((c) => number(c, 0))]),
    },
    facts: [[t("data.date"), document.latest_day], [t("cases.month"), months[whole]]],
    explain: [el("p", {}, t("cases.demand.how"))],
  };
}

function nextDay(day) {
  return new Date(Date.parse(day) + 86400000).toISOString().slice(0, 10);
}
