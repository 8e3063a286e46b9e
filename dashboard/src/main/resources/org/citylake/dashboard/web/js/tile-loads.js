import { load } from "./api.js";
import { chip, el, table } from "./dom.js";
import { number, t } from "./i18n.js";
import { sourceName } from "./sources.js";

/** What every delivery brought, and why records stand in quarantine. */
export async function render() {
  const { loads, total } = await load("loads");
  const counts = ["arrived", "accepted", "quarantined", "duplicate"];
  const share = (l) => (l.arrived ? number((100 * l.quarantined) / l.arrived, 2) + "%" : "–");
  const reasons = (l) => Object.entries(l.reasons).map(([reason, n]) => reason + " " + number(n, 0)).join(", ") || "–";
  const rows = [...loads].sort((a, b) => b.quarantined - a.quarantined || a.source_id.localeCompare(b.source_id));
  return {
    subtitle: t("loads.sum"),
    body: [
      el("p", { class: "sums" }, counts.map((c) => el("span", {}, el("strong", {}, number(total[c], 0)), " ", t("loads." + c)))),
      table(
        t("loads"),
        [{ label: t("source") }, { label: t("data.date") }, ...counts.map((c) => ({ label: t("loads." + c), number: true })), { label: t("loads.share"), number: true }, { label: t("loads.reasons") }],
        rows.map((l) => [el("span", {}, sourceName(l), l.quarantined ? [" ", chip("!", "bad", reasons(l))] : null), l.snapshot_date, ...counts.map((c) => number(l[c], 0)), share(l), reasons(l)]),
      ),
    ],
    empty: loads.length ? null : t("loads.none"),
  };
}
