import { el } from "./dom.js";
import { t } from "./i18n.js";

/**
 * A box over the page with a form.
 *
 * @param id begins the ids of the box and its title
 * @param fields [{label, input}], each input with an id; the first gets the focus
 * @param send asked when the form is sent; what it throws is shown, and the box stays
 */
export function formDialog(id, title, fields, submit, send) {
  const problem = el("p", { class: "notice warn", role: "alert", hidden: true });
  const before = document.activeElement;
  const box = el("dialog", { class: "form-dialog", id, "aria-labelledby": id + "-title", onclose: closed });
  function closed() {
    box.remove();
    if (before && before.isConnected) before.focus({ preventScroll: true });
  }
  const form = el(
    "form",
    {
      onsubmit: async (event) => {
        event.preventDefault();
        try {
          await send();
          box.close();
        } catch (error) {
          problem.hidden = false;
          problem.textContent = t("failed.send") + error.message;
          fields[fields.length - 1].input.focus();
        }
      },
    },
    el("h2", { id: id + "-title" }, title),
    fields.map((field) => [el("label", { for: field.input.id }, field.label), field.input]),
    problem,
    el("p", { class: "buttons" }, el("button", { type: "submit", class: "small primary" }, submit), el("button", { type: "button", class: "small", onclick: () => box.close() }, t("cancel"))),
  );
  box.append(form);
  document.body.append(box);
  box.showModal();
  fields[0].input.focus();
}
