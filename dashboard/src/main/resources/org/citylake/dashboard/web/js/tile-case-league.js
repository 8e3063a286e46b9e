import { casesByArea, wilson } from "./cases.js";
import { chip, el } from "./dom.js";
import { number, t } from "./i18n.js";
import { whisker } from "./svg.js";

/** Areas by the share of asked cases that were really solved, each with its interval. */
export async function render() {
  const found = await casesByArea();
  if (!found) return { empty: t("empty.document") };
  const { document, names, district, rows } = found;
  const league = rows
    .map((r) => ({ ...r, rate: wilson(r.solved, r.asked) }))
    .sort((a, b) => (a.rate === null ? 1 : 0) - (b.rate === null ? 1 : 0) || (b.rate ? b.rate.share - a.rate.share : 0));
  const percent = (share) => number(100 * share, 1) + "%";
  const span = (rate) => percent(rate.low) + " – " + percent(rate.high);
  const lows = league.filter((r) => r.rate).map((r) => r.rate.low);
  // The scale begins at a round tenth below the lowest interval, and says so.
  const from = lows.length ? Math.floor(Math.min(...lows) * 10) / 10 : 0;
  const at = (share) => (from >= 1 ? 1 : (share - from) / (1 - from));
  return {
    chips: document.synthetic ? [chip(t("value_status.synthetic"), "warn")] : [],
    subtitle: t("cases.solved.rate") + " · " + percent(from) + " – 100%" + (district ? " · " + names.name(district) : ""),
    body: [
      el(
        "ol",
        { class: "league" },
        league.map((r, place) =>
          el(
            "li",
            {},
            el("span", { class: "rank-place" }, r.rate ? String(place + 1) : "–"),
            el("span", { class: "rank-name" }, r.label),
            r.rate ? whisker(at(r.rate.low), at(r.rate.share), at(r.rate.high), span(r.rate)) : el("span", { class: "where" }, t("no.data")),
            el("span", { class: "rank-value" }, r.rate ? percent(r.rate.share) : "–"),
            el("span", { class: "league-n" }, r.rate ? "n " + number(r.asked, 0) : ""),
          ),
        ),
      ),
    ],
    table: {
      caption: t("cases.solved.rate"),
      columns: [{ label: t(district ? "subdistrict" : "district") }, { label: t("cases.solved"), number: true }, { label: t("cases.asked"), number: true }, { label: t("cases.solved.rate"), number: true }, { label: "95 %", number: true }],
      rows: league.map((r) => [r.label, number(r.solved, 0), number(r.asked, 0), r.rate ? percent(r.rate.share) : "–", r.rate ? span(r.rate) : "–"]),
    },
    facts: [[t("data.date"), document.latest_day]],
    explain: [el("p", {}, t("cases.league.how"))],
    empty: league.some((r) => r.rate) ? null : t("empty.cases"),
  };
}
