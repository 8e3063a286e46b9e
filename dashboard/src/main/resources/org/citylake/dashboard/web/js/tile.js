import { chip, el, table } from "./dom.js";
import { t } from "./i18n.js";

/**
 * The frame around every tile: title, marks, controls, the picture or its table, then the facts
 * that a reader needs to trust it (data date, owner, definition) and the explanation.
 *
 * A tile is described by {subtitle, chips, controls, body: node, table: {caption, columns, rows},
 * facts: [[label, text]], explain: [nodes], empty: text, link: address of the title, className}.
 */
export function frame(id, title) {
  const section = el("section", { class: "tile", id, "aria-labelledby": id + "-title", "data-state": "loading", "aria-busy": "true" });
  section.append(el("h2", { id: id + "-title" }, title), el("p", { class: "message" }, t("loading")));
  return section;
}

export function fill(section, title, description) {
  const id = section.id;
  section.removeAttribute("aria-busy");
  section.dataset.state = description.empty ? "empty" : "ready";
  const open = section.dataset.explain === "open";
  const asTable = section.dataset.view === "table";
  section.dataset.look = description.className || "";
  const heading = description.link ? el("a", { href: description.link }, title) : title;
  const picture = el("div", { class: "picture" }, description.body || []);
  const alternative = description.table ? el("div", { class: "alternative" }, table(description.table.caption, description.table.columns, description.table.rows)) : null;
  const toggle = alternative
    ? el("button", { type: "button", class: "small", "data-focus": id + "-table", "aria-pressed": String(asTable), onclick: flip }, t("table"))
    : null;

  function show(tableShown) {
    section.dataset.view = tableShown ? "table" : "";
    picture.hidden = tableShown;
    if (alternative) alternative.hidden = !tableShown;
    if (toggle) toggle.setAttribute("aria-pressed", String(tableShown));
  }
  function flip() {
    show(section.dataset.view !== "table");
  }

  section.replaceChildren(
    ...[
      el(
        "div",
        { class: "tile-head" },
        el("div", { class: "tile-title" }, el("h2", { id: id + "-title" }, heading), description.chips || [], description.subtitle ? el("p", { class: "subtitle" }, description.subtitle) : null),
        el("div", { class: "tile-tools" }, description.controls || [], toggle),
      ),
      description.empty ? el("p", { class: "message", role: "status" }, description.empty) : null,
      picture,
      alternative,
      hasFoot(description) ? el(
        "div",
        { class: "tile-foot" },
        description.facts && description.facts.length
          ? el("dl", { class: "facts" }, description.facts.map(([label, text]) => el("div", {}, el("dt", {}, label), el("dd", {}, text || "–"))))
          : null,
        description.explain && description.explain.length
          ? el(
              "details",
              { class: "explain", open: open, ontoggle: (event) => (section.dataset.explain = event.target.open ? "open" : "") },
              el("summary", { "data-focus": id + "-explain" }, t("explain")),
              el("div", { class: "explain-body" }, description.explain),
            )
          : null,
      ) : null,
    ].filter(Boolean),
  );
  show(asTable);
  if (description.after) description.after();
}

function hasFoot(description) {
  return (description.facts || []).length > 0 || (description.explain || []).length > 0;
}

export function failed(section, title, error) {
  fill(section, title, { empty: t("failed") + error.message });
  section.dataset.state = "failed";
}

/** Marks of a value: what is not a plain, undisputed figure says so. */
export function marks(value) {
  const found = value.quality.map((q) => chip(t("quality." + q), "warn"));
  if (value.obs_status !== "A") found.push(chip(t("obs." + value.obs_status), "warn"));
  if (value.value_status === "imputed" || value.value_status === "synthetic") found.push(chip(t("value_status." + value.value_status), "warn"));
  return found;
}

/** Evidence records as a list: the sentence, where it stands, and its selector. */
export function evidenceList(selectors, known, limit) {
  const shown = selectors.slice(0, limit || 8);
  return el(
    "ol",
    { class: "evidence" },
    shown.map((selector) => {
      const record = known[selector];
      return el(
        "li",
        {},
        record
          ? [
              record.basis ? el("p", { class: "quote" }, record.basis) : null,
              el("p", { class: "where" }, record.source_title + " · " + record.source_key + (record.line ? " · " + t("line") + " " + record.line : "")),
            ]
          : null,
        el("code", {}, selector),
      );
    }),
    selectors.length > shown.length ? el("li", { class: "more" }, "+ " + (selectors.length - shown.length)) : null,
  );
}
