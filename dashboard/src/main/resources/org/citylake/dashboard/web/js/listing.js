import { el } from "./dom.js";
import { number, t } from "./i18n.js";

/**
 * A list that narrows while one types. Rows are made once and hidden, so nothing is lost.
 *
 * @param rows [{node, text}], text in lower case
 * @param more further controls, such as a check box
 * @param accepts asked with a row, besides the text
 */
export function searchable(id, rows, list, more, accepts) {
  const count = el("span", { class: "where", role: "status" });
  const input = el("input", { type: "search", id: id + "-search", class: "search", autocomplete: "off", spellcheck: "false", oninput: narrow });
  function narrow() {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const fits = words.every((word) => row.text.includes(word)) && (!accepts || accepts(row));
      row.node.hidden = !fits;
      if (fits) shown++;
    }
    count.textContent = shown ? t("count.found", { n: number(shown, 0) }) : t("search.none");
  }
  narrow();
  return { node: el("div", {}, el("p", { class: "search-line" }, el("label", { for: id + "-search" }, t("search")), input, more || [], count), list), narrow };
}
