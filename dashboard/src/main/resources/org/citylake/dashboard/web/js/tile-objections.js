import { ask } from "./api.js";
import { formDialog } from "./dialog.js";
import { chip, el, table } from "./dom.js";
import { number, t } from "./i18n.js";
import { granted, refusal } from "./session.js";
import { choice, records, said, words } from "./stewardship.js";

/** What is sent for each step: the address' last part. */
const STEPS = { sent: "sending", decided: "decision", corrected: "correction", receipt: "receipt" };

/**
 * Objections to golden records (校核、异议), the open ones first, each with its course and the steps
 * that may come next as buttons.
 */
export async function render(parameters, id) {
  const who = await granted("objections", "objections");
  if (!who) return { empty: await refusal("objections", "objections.server") };
  const { objections, entities, sources } = await ask("objections");
  const place = el("div", {});
  const raise = el("button", { type: "button", class: "small", "data-focus": id + "-raise", onclick: raising }, t("objections.raise"));

  function show() {
    const ordered = [...objections].sort((a, b) => Number(a.next.length === 0) - Number(b.next.length === 0) || b.number - a.number);
    place.replaceChildren(
      ordered.length
        ? table(
            t("objections"),
            [{ label: t("objections.number"), number: true }, { label: t("objections.record") }, { label: t("status") }, { label: t("objections.course") }, { label: t("objections.next") }],
            ordered.map((o) => [number(o.number, 0), subject(o.raised), chip(t("objection." + o.state), o.next.length ? "model" : ""), course(o), actions(o)]),
          )
        : el("p", { class: "message", role: "status" }, t("objections.none")),
    );
  }
  function actions(o) {
    if (!o.next.length) return null;
    return el("span", { class: "buttons" }, o.next.map((step) => el("button", { type: "button", class: "small", "data-focus": id + "-" + step + "-" + o.number, "aria-label": t("objections.do." + step) + ": " + number(o.number, 0), onclick: () => taking(o, step) }, t("objections.do." + step))));
  }
  function kept(made) {
    const at = objections.findIndex((o) => o.number === made.number);
    if (at < 0) objections.push(made);
    else objections[at] = made;
    show();
    // The button that opened the box is gone with its table.
    requestAnimationFrame(() => place.querySelector(".table-frame").focus({ preventScroll: true }));
  }
  function raising() {
    const entity = choice("objection-entity", entities, (e) => t("entity." + e));
    const record = el("input", { id: "objection-city-id", required: true, pattern: "[0-9A-Za-z_\\-]{1,80}", maxlength: 80, autocomplete: "off" });
    const attribute = el("input", { id: "objection-attribute", pattern: "[a-z][a-z0-9_]{0,63}", maxlength: 64, autocomplete: "off" });
    const text = words("objection-text", true);
    const fields = [{ label: t("entity"), input: entity }, { label: t("city.id"), input: record }, { label: t("objections.attribute"), input: attribute }, { label: t("objections.text"), input: text }];
    formDialog("objection-raise", t("objections.raise"), fields, t("objections.raise"), async () => kept(await ask("objections", "POST", { entity: entity.value, city_id: record.value, attribute: attribute.value, text: text.value }, who.csrf)));
  }
  function taking(o, step) {
    const { fields, body } = form(step, sources);
    const label = t("objections.do." + step);
    formDialog("objection-" + step, label + " · " + number(o.number, 0), fields, label, async () => kept(await ask("objections/" + o.number + "/" + STEPS[step], "POST", body(), who.csrf)));
  }
  show();
  return {
    subtitle: t("objections.open", { n: number(objections.filter((o) => o.next.length).length, 0) }),
    controls: [raise],
    body: [place],
    explain: [el("p", {}, t("objections.how"))],
  };
}

/** The fields of a step, and the body that they make. */
function form(step, sources) {
  const text = words("objection-" + step + "-text", step === "decided");
  const note = { label: t(step === "decided" ? "objections.reason" : "objections.note"), input: text };
  if (step === "sent") {
    const source = choice("objection-source", sources, (s) => s);
    return { fields: [{ label: t("objections.agency"), input: source }, note], body: () => ({ source: source.value, text: text.value }) };
  }
  if (step === "corrected") {
    const delivery = el("input", { id: "objection-delivery", required: true, pattern: "[0-9A-Za-z._:\\-]{1,100}", maxlength: 100, autocomplete: "off" });
    return { fields: [{ label: t("objections.delivery"), input: delivery }, note], body: () => ({ delivery: delivery.value, text: text.value }) };
  }
  if (step === "receipt") {
    const to = el("input", { id: "objection-to", required: true, maxlength: 500, autocomplete: "off" });
    return { fields: [{ label: t("objections.to"), input: to }, note], body: () => ({ to: to.value, text: text.value }) };
  }
  const outcome = choice("objection-outcome", ["upheld", "rejected"], (o) => t("objection." + o));
  const link = choice("objection-link", ["", "same", "apart"], (d) => t(d ? "link." + d : "link.no"));
  const pair = records("objection-record", sources);
  const need = () => {
    if (outcome.value === "rejected") link.value = "";
    pair.need(link.value !== "");
  };
  link.addEventListener("change", need);
  outcome.addEventListener("change", need);
  need();
  return {
    fields: [{ label: t("objections.outcome"), input: outcome }, { label: t("objections.link"), input: link }, ...pair.fields, note],
    body: () => ({ outcome: outcome.value, text: text.value, ...(link.value ? { link: { decision: link.value, ...pair.values() } } : {}) }),
  };
}

function subject(raised) {
  return el("span", {}, t("entity." + raised.entity) + " ", el("code", {}, raised.city_id), raised.attribute ? el("span", { class: "where" }, " · " + raised.attribute) : null);
}

/** Who said what and when, oldest first. */
function course(o) {
  return el("ol", { class: "steps" }, o.steps.map((s) => el("li", {}, el("strong", {}, t("objection." + s.entry)), " ", said(s), detail(s), s.text ? el("span", { class: "where" }, " · " + s.text) : null)));
}

function detail(step) {
  const link = step.link ? " · " + t("link." + step.link.decision) + " " + step.link.source_a + "/" + step.link.key_a + " – " + step.link.source_b + "/" + step.link.key_b : "";
  const told = step.source || step.delivery || step.to || (step.outcome ? t("objection." + step.outcome) : "");
  return told || link ? el("span", {}, (told ? " · " + told : "") + link) : null;
}
