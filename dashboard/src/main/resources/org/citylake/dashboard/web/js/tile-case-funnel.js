import { casesHere } from "./cases.js";
import { chip, el } from "./dom.js";
import { number, t } from "./i18n.js";

/** How many cases reached each stage, and how long that took. */
export async function render(parameters, id) {
  const here = await casesHere(id);
  if (!here) return { empty: t("empty.document") };
  const document = here.document;
  if (!document.funnel.length) return { empty: t("empty.cases"), subtitle: here.area, controls: here.choice };
  const kinds = [...new Set(document.funnel.map((f) => f.case_kind))].sort((a, b) => received(document, b) - received(document, a));
  const list = el("ol", { class: "funnel" });
  const show = (caseKind) => {
    const stages = document.funnel.filter((f) => f.case_kind === caseKind);
    const most = Math.max(...stages.map((s) => s.count));
    list.replaceChildren(
      ...stages.map((s) =>
        el(
          "li",
          {},
          el("span", {}, t("stage." + s.stage)),
          el("span", { class: "bar" }, el("span", { class: "bar-fill", style: { width: (most ? (100 * s.count) / most : 0) + "%" } })),
          el("strong", {}, number(s.count, 0)),
          el("span", { class: "where" }, s.median_hours === null ? "" : number(s.median_hours, 1) + " " + t("hours")),
        ),
      ),
    );
    buttons.querySelectorAll("button").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.kind === caseKind)));
  };
  const buttons = el(
    "span",
    { class: "segments", role: "group", "aria-label": t("case") },
    kinds.map((k) => el("button", { type: "button", class: "small", "data-kind": k, "data-focus": id + "-" + k, onclick: () => show(k) }, t("kind." + k))),
  );
  show(kinds.includes(parameters.case_kind) ? parameters.case_kind : kinds[0]);
  return {
    chips: [document.synthetic ? chip(t("value_status.synthetic"), "warn") : null, here.chips],
    subtitle: (here.area ? here.area + " · " : "") + t("cases.count") + " · " + t("cases.hours"),
    controls: [here.choice, buttons],
    body: [list],
    table: {
      caption: t("cases.funnel.how"),
      columns: [{ label: t("case") }, { label: t("status") }, { label: t("cases.count"), number: true }, { label: t("cases.hours") + " (" + t("hours") + ")", number: true }],
      rows: document.funnel.map((f) => [t("kind." + f.case_kind), t("stage." + f.stage), number(f.count, 0), number(f.median_hours, 1)]),
    },
    facts: [[t("data.date"), document.latest_day]],
    explain: [el("p", {}, t("cases.funnel.how"))],
  };
}

/** Kinds of which most came stand first. */
function received(document, kind) {
  return Math.max(...document.funnel.filter((f) => f.case_kind === kind).map((f) => f.count));
}
