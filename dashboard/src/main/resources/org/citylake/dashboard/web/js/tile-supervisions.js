import { load } from "./api.js";
import { areas } from "./areas.js";
import { formDialog } from "./dialog.js";
import { chip, el, table } from "./dom.js";
import { number, period, pick, t } from "./i18n.js";
import { granted, refusal } from "./session.js";
import { OWN, address, state } from "./state.js";
import { requests, take } from "./supervision.js";
import { time } from "./times.js";

/**
 * What leaders ask to be seen to (督办), the open ones first, each with the way to its figure, its
 * course, and what the reader may do: answer, or close what he raised.
 */
export async function render(parameters, id) {
  const who = await granted("supervision", "supervise", "answer");
  if (!who) return { empty: await refusal("supervision", "supervisions.server") };
  const [all, names, { indicators }] = await Promise.all([requests(who.user), areas(), load("indicators")]);
  const district = state().district;
  const own = all.filter((r) => !district || r.ref_area.startsWith(district)).reverse();
  const title = (r) => {
    const indicator = r.kind === "case" ? null : indicators.find((i) => i.code === r.subject);
    return indicator ? pick(indicator, "name") : r.subject;
  };
  const subject = (r) => (r.kind === "case" ? el("code", {}, r.subject) : el("a", { href: address({ ...OWN, page: "indicator", indicator: r.subject, district: r.ref_area === names.document.city ? "" : r.ref_area }) }, title(r)));
  const place = el("div", {});

  function show() {
    const ordered = [...own].sort((a, b) => Number(a.state === "closed") - Number(b.state === "closed"));
    place.replaceChildren(
      table(
        t("supervisions"),
        [{ label: t("supervisions.of") }, { label: t("district") }, { label: t("period") }, { label: t("status") }, { label: t("supervisions.course") }, { label: t("supervisions.do") }],
        ordered.map((r) => [subject(r), names.name(r.ref_area), r.time_period ? period(r.time_period) : "–", chip(t("supervision." + r.state), r.state === "closed" ? "" : "model"), course(r), actions(r)]),
      ),
    );
  }
  function actions(r) {
    if (r.state === "closed") return null;
    const mine = who.actions.includes("supervise") && (who.user === r.user || !who.area);
    return el("span", { class: "buttons" }, step(r, "answer", "supervise.answer", true), mine ? step(r, "closure", "supervise.close", false) : null);
  }
  function step(r, name, label, needed) {
    const focus = id + "-" + name + "-" + r.number;
    return el("button", { type: "button", class: "small", "data-focus": focus, "aria-label": t(label) + ": " + title(r), onclick: () => ask(r, name, label, needed) }, t(label));
  }
  function ask(r, name, label, needed) {
    const note = el("textarea", { id: "supervision-note", rows: 3, maxlength: 500, required: needed });
    formDialog("supervision-" + name, t(label) + " · " + title(r), [{ label: t("supervise." + name + ".note"), input: note }], t(label), async () => {
      await take(r, name, note.value, who.csrf);
      show();
      // The button that opened the box is gone with its table.
      requestAnimationFrame(() => place.querySelector(".table-frame").focus({ preventScroll: true }));
    });
  }
  show();
  return {
    subtitle: t("count.found", { n: number(own.length, 0) }),
    body: own.length ? [place] : [],
    explain: [el("p", {}, t("supervisions.how"))],
    empty: own.length ? null : t("supervisions.none"),
  };
}

/** Who raised, answered and closed it, and when, oldest first. */
function course(r) {
  return el("ol", { class: "steps" }, r.steps.map((s) => el("li", {}, el("strong", {}, t("supervision." + s.step)), " ", s.user + " · " + time(s.at), s.note ? el("span", { class: "where" }, " · " + s.note) : null)));
}
