import { ask } from "./api.js";
import { cases } from "./cases.js";
import { chip, el, table } from "./dom.js";
import { number, t } from "./i18n.js";
import { granted, refusal } from "./session.js";
import { state } from "./state.js";
import { supervision } from "./supervision.js";
import { time } from "./times.js";

const SIZE = 20;

/** Single cases as the server gives them by the reader's grants, and each one's whole trail. */
export async function render(parameters) {
  if (!(await granted("cases", "cases"))) return { empty: await refusal("cases", "cases.server") };
  const figures = await cases();
  const subdistricts = new Map((figures ? figures.by_subdistrict : []).map((s) => [s.subdistrict_code, s.name]));
  const place = el("div", {});
  const trail = el("div", { class: "trail", "aria-live": "polite" });
  let page = 0;
  const show = async () => {
    try {
      const answer = await ask("cases?" + query(parameters, page));
      place.replaceChildren(listOf(answer), pager(answer));
    } catch (error) {
      place.replaceChildren(el("p", { class: "message" }, error.status === 401 || error.status === 403 ? t("cases.server") : t("failed") + error.message));
    }
  };
  const listOf = (answer) =>
    table(
      t("case"),
      [{ label: t("case") }, { label: t("cases.category") }, { label: t("subdistrict") }, { label: t("cases.received") }, { label: t("status") }],
      answer.cases.map((c) => [el("button", { type: "button", class: "small", onclick: () => open(c.case_id) }, c.case_id), c.category, subdistricts.get(c.subdistrict_code) || c.subdistrict_code, time(c.received_at), el("span", {}, t("status." + c.status), c.synthetic ? [" ", chip(t("value_status.synthetic"), "warn")] : null)]),
    );
  const pager = (answer) =>
    el(
      "p",
      { class: "buttons" },
      el("button", { type: "button", class: "small", disabled: page === 0, onclick: () => { page--; show(); } }, t("page.previous")),
      el("span", { class: "where" }, number(page + 1, 0)),
      el("button", { type: "button", class: "small", disabled: answer.cases.length < SIZE, onclick: () => { page++; show(); } }, t("page.next")),
    );
  const open = async (caseId) => {
    try {
      const found = await ask("cases/" + caseId.split("/").map(encodeURIComponent).join("/"));
      const own = found.case;
      const asked = await supervision({ kind: "case", subject: caseId }, caseId, "supervise-case");
      trail.replaceChildren(
        el("h3", {}, t("trail") + " · " + caseId),
        el("ol", { class: "steps" }, found.trail.map((taken) => el("li", {}, el("strong", {}, t("stage." + taken.step)), " ", time(taken.at)))),
        el("p", { class: "where" }, [own.source_id, own.source_key, own.delivery ? own.delivery.slice(0, 12) + " · " + t("line") + " " + own.line : ""].filter(Boolean).join(" · ")),
        asked ? el("p", { class: "supervision" }, asked.state, asked.button) : "",
      );
    } catch (error) {
      trail.replaceChildren(el("p", { class: "message" }, t("failed") + error.message));
    }
  };
  await show();
  return { body: [place, trail] };
}

function query(parameters, page) {
  const wanted = new URLSearchParams({ page: String(page), size: String(SIZE) });
  if (state().district) wanted.set("ref_area", state().district);
  if (parameters.case_kind) wanted.set("case_kind", parameters.case_kind);
  if (parameters.status) wanted.set("status", parameters.status);
  return wanted.toString();
}
