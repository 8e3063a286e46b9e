/** Builds elements. Text always enters as text, so nothing in agency data is ever read as markup. */

export function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "style") Object.assign(node.style, value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false));
  return node;
}

export function table(caption, columns, rows) {
  return el(
    "div",
    { class: "table-frame", tabindex: 0, role: "region", "aria-label": caption },
    el(
      "table",
      {},
      el("caption", {}, caption),
      el("thead", {}, el("tr", {}, columns.map((c) => el("th", { scope: "col", class: c.number ? "number" : null }, c.label)))),
      el(
        "tbody",
        {},
        rows.map((row) =>
          el(
            "tr",
            {},
            row.map((cell, i) =>
              i === 0
                ? el("th", { scope: "row", class: columns[i].number ? "number" : null }, cell === null ? "–" : cell)
                : el("td", { class: columns[i].number ? "number" : null }, cell === null || cell === undefined ? "–" : cell),
            ),
          ),
        ),
      ),
    ),
  );
}

export function chip(text, kind, title) {
  return el("span", { class: "chip " + (kind || ""), title: title || null }, text);
}
