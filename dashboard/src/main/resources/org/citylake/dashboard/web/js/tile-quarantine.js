import { ask, load } from "./api.js";
import { chip, el, table } from "./dom.js";
import { number, t } from "./i18n.js";
import { granted, refusal } from "./session.js";
import { sourceName } from "./sources.js";
import { time } from "./times.js";

/**
 * Refused records by source and rule, and where the newest of them stand, so that the agency can
 * mend its line. Reasons mask personal values; records and places come by the reader's grants.
 */
export async function render(parameters, id) {
  if (!(await granted("quarantine", "quarantine"))) return { empty: await refusal("quarantine", "quarantine.server") };
  const [all, { loads }] = await Promise.all([ask("quarantine"), load("loads")]);
  const name = (source) => sourceName(loads.find((l) => l.source_id === source) || { source_id: source });
  const sources = [...new Set(all.counts.map((c) => c.source_id))].sort();
  const open = all.counts.filter((c) => c.status === "open");
  const place = el("div", { class: "stack" });
  const choice = el("select", { "aria-label": t("source"), "data-focus": id + "-source", onchange: () => show(choice.value) }, el("option", { value: "" }, t("all.sources")), sources.map((s) => el("option", { value: s }, name(s))));

  async function show(source) {
    const found = source ? await ask("quarantine?source=" + encodeURIComponent(source)) : all;
    place.replaceChildren(
      table(
        t("quarantine.counts"),
        [{ label: t("source") }, { label: t("quarantine.rule") }, { label: t("status") }, { label: t("quarantine.records"), number: true }],
        [...found.counts].sort((a, b) => b.count - a.count).map((c) => [name(c.source_id), el("code", {}, c.rule), state(c.status), number(c.count, 0)]),
      ),
      el("h3", { class: "group" }, t("quarantine.newest")),
      found.examples.length
        ? table(
            t("quarantine.newest"),
            [{ label: t("source") }, { label: t("quarantine.place") }, { label: t("loads.reasons") }, { label: t("quarantine.record") }, { label: t("quarantine.since") }],
            found.examples.map((e) => [name(e.source_id), el("span", {}, e.file + " · " + t("line") + " " + number(e.line, 0), el("code", { class: "block" }, "./citylake quarantine show " + e.quarantine_id)), e.reasons.join("; "), record(e.record), time(e.state_at)]),
          )
        : el("p", { class: "message" }, t(found.counts.some((c) => c.status === "open") ? "quarantine.hidden" : "quarantine.none")),
    );
  }
  await show("");
  return {
    subtitle: t("quarantine.sum", { n: number(open.reduce((sum, c) => sum + c.count, 0), 0), sources: number(new Set(open.map((c) => c.source_id)).size, 0) }),
    controls: sources.length ? [choice] : [],
    body: all.counts.length ? [place] : [],
    explain: [el("p", {}, t("quarantine.how"))],
    empty: all.counts.length ? null : t("quarantine.none"),
  };
}

function record(text) {
  if (text === null) return t("quarantine.vault");
  return text === "***" ? el("span", { title: t("quarantine.masked") }, text) : el("code", { class: "block" }, text);
}

function state(status) {
  return chip(t("quarantine.status." + status), status === "open" ? "warn" : "");
}
