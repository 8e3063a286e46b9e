import { ask } from "./api.js";
import { formDialog } from "./dialog.js";
import { chip, el, table } from "./dom.js";
import { number, t } from "./i18n.js";
import { granted, refusal } from "./session.js";
import { choice, records, said, words } from "./stewardship.js";

/** What stewards decided about the links of two records, newest first, and the way to decide. */
export async function render(parameters, id) {
  const who = await granted("objections", "objections");
  if (!who) return { empty: await refusal("objections", "objections.server") };
  let { decisions, entities, sources } = await ask("link-decisions");
  const place = el("div", {});
  const decide = el("button", { type: "button", class: "small", "data-focus": id + "-decide", onclick: deciding }, t("link.decide"));

  function show() {
    place.replaceChildren(
      decisions.length
        ? table(
            t("link.decisions"),
            [{ label: t("link.number"), number: true }, { label: t("entity") }, { label: t("link.decision") }, { label: t("link.records") }, { label: t("objections.reason") }, { label: t("link.by") }],
            [...decisions].reverse().map((d) => [
              number(d.number, 0),
              t("entity." + d.link.entity),
              el("span", {}, chip(t("link." + d.link.decision), d.in_force ? "model" : ""), d.in_force ? null : el("span", { class: "where" }, " " + t("link.replaced"))),
              el("span", {}, el("code", { class: "block" }, d.link.source_a + "/" + d.link.key_a), el("code", { class: "block" }, d.link.source_b + "/" + d.link.key_b)),
              d.text + (d.objection ? " · " + t("link.objection", { n: number(d.objection, 0) }) : ""),
              said(d),
            ]),
          )
        : el("p", { class: "message", role: "status" }, t("link.none")),
    );
  }
  function deciding() {
    const entity = choice("link-entity", entities, (e) => t("entity." + e));
    const decision = choice("link-decision", ["same", "apart", "open"], (d) => t("link." + d));
    const pair = records("link-record", sources);
    const text = words("link-text", true);
    formDialog("link-decide", t("link.decide"), [{ label: t("entity"), input: entity }, { label: t("link.decision"), input: decision }, ...pair.fields, { label: t("objections.reason"), input: text }], t("link.decide"), async () => {
      await ask("link-decisions", "POST", { entity: entity.value, decision: decision.value, ...pair.values(), text: text.value }, who.csrf);
      decisions = (await ask("link-decisions")).decisions;
      show();
    });
  }
  show();
  return {
    subtitle: t("link.holding", { n: number(decisions.filter((d) => d.in_force).length, 0) }),
    controls: [decide],
    body: [place],
    explain: [el("p", {}, t("link.how"))],
  };
}
