import { el } from "./dom.js";
import { t } from "./i18n.js";
import { time } from "./times.js";

/** A select of values, each with its name. */
export function choice(id, values, name) {
  return el("select", { id }, values.map((v) => el("option", { value: v }, name(v))));
}

/** A field for words; what a person's number is has no place in them, and the server refuses it. */
export function words(id, needed) {
  return el("textarea", { id, rows: 3, maxlength: 500, required: needed });
}

/** Fields for two records, each by its source and its key there. */
export function records(id, sources) {
  const parts = ["a", "b"].map((side) => ({
    side,
    source: choice(id + "-source-" + side, sources, (s) => s),
    key: el("input", { id: id + "-key-" + side, required: true, maxlength: 200, autocomplete: "off" }),
  }));
  return {
    fields: parts.flatMap((p) => [{ label: t("link.source." + p.side), input: p.source }, { label: t("link.key." + p.side), input: p.key }]),
    values: () => Object.fromEntries(parts.flatMap((p) => [["source_" + p.side, p.source.value], ["key_" + p.side, p.key.value]])),
    need: (needed) =>
      parts.forEach((p) => {
        p.source.disabled = p.key.disabled = !needed;
      }),
  };
}

/** Who and when. */
export function said(entry) {
  return entry.by + " · " + time(entry.at);
}
