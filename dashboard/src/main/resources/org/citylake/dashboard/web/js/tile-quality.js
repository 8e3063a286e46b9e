import { ask } from "./api.js";
import { chip, el, table } from "./dom.js";
import { number, t } from "./i18n.js";
import { searchable } from "./listing.js";
import { granted, refusal } from "./session.js";
import { time } from "./times.js";

/** The last outcome of every check, table by table; what was found stands first. */
export async function render(parameters, id) {
  if (!(await granted("quality", "runs"))) return { empty: await refusal("quality", "quality.server") };
  const { checks } = await ask("quality");
  const tables = new Map();
  for (const check of checks) {
    if (!tables.has(check.table)) tables.set(check.table, []);
    tables.get(check.table).push(check);
  }
  const found = (own) => own.filter((c) => c.violations > 0);
  const order = [...tables].sort((a, b) => found(b[1]).length - found(a[1]).length || a[0].localeCompare(b[0]));
  const only = el("input", { type: "checkbox", id: id + "-only", onchange: () => list.narrow() });
  const rows = order.map(([name, own]) => ({ text: [name, ...own.map((c) => c.check)].join(" ").toLowerCase(), found: found(own).length, node: el("li", {}, entry(name, own)) }));
  const list = searchable(id, rows, el("ul", { class: "entries" }, rows.map((r) => r.node)), el("label", { class: "check", for: only.id }, only, t("quality.only")), (row) => !only.checked || row.found > 0);
  const failed = checks.filter((c) => c.violations > 0);
  return {
    subtitle: t("quality.sum", { checks: number(checks.length, 0), tables: number(tables.size, 0), found: number(failed.length, 0) }),
    body: [list.node],
    explain: [el("p", {}, t("quality.how"))],
    empty: checks.length ? null : t("no.data"),
  };
}

function entry(name, own) {
  const bad = own.filter((c) => c.violations > 0);
  return el(
    "details",
    { open: bad.length > 0 },
    el("summary", {}, el("code", {}, name), " ", chip(number(own.length, 0) + " " + t("quality.checks")), bad.length ? [" ", chip(number(bad.length, 0) + " " + t("quality.found"), bad.some((c) => c.blocking) ? "bad" : "warn")] : [" ", chip(t("quality.sound"), "good")]),
    table(
      name,
      [{ label: t("quality.check") }, { label: t("quality.kind") }, { label: t("quality.violations"), number: true }, { label: t("quality.when") }],
      [...own].sort((a, b) => b.violations - a.violations || a.check.localeCompare(b.check)).map((c) => [el("code", {}, c.check), t(c.blocking ? "quality.blocking" : "quality.warning"), c.violations > 0 ? chip(number(c.violations, 0), c.blocking ? "bad" : "warn") : "0", time(c.started_at)]),
    ),
  );
}
