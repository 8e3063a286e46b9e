import { has, load } from "./api.js";
import { chip, el, table } from "./dom.js";
import { number, pick, t } from "./i18n.js";
import { searchable } from "./listing.js";

/** Sources and tables with what each column means; columns are written out when one opens an entry. */
export async function render(parameters, id) {
  if (!(await has("catalogue"))) return { empty: t("empty.document") };
  const catalogue = await load("catalogue");
  const entries = catalogue[parameters.of === "tables" ? "tables" : "sources"];
  const rows = entries.map((e) => ({
    text: [e.id, e.name_zh, e.name_en, e.provider_zh, e.provider_en, e.domain, e.description, ...e.columns.flat()].join(" ").toLowerCase(),
    node: el("li", {}, entry(e)),
  }));
  const found = searchable(id, rows, el("ul", { class: "entries" }, rows.map((r) => r.node)));
  return { subtitle: number(entries.length, 0) + " " + t(parameters.of === "tables" ? "tables" : "sources"), body: [found.node] };
}

function entry(e) {
  const details = el(
    "details",
    { ontoggle: () => details.open && details.childElementCount === 1 && details.append(columns(e)) },
    el(
      "summary",
      {},
      el("strong", {}, pick(e, "name") || e.id),
      " ",
      el("code", {}, e.id),
      " ",
      el("span", { class: "where" }, [pick(e, "provider"), e.classification].filter(Boolean).join(" · ")),
      e.personal ? [" ", chip(t("personal"), "warn")] : null,
      e.authoritative ? [" ", chip(t("authoritative"), "good")] : null,
    ),
  );
  return details;
}

function columns(e) {
  return el("div", { class: "entry-body" }, e.description ? el("p", {}, e.description) : null, e.licence ? el("p", { class: "where" }, t("licence") + ": " + e.licence) : null, table(t("columns"), [{ label: t("column") }, { label: "中文" }, { label: t("meaning") }, { label: t("classification") }], e.columns));
}
