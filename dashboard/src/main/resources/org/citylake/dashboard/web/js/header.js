import { el } from "./dom.js";
import { pick, t } from "./i18n.js";
import { session } from "./session.js";
import { OWN, address, change, state } from "./state.js";

/** The head of every page: the menu, the area, the release, and the switches. */
export function header(place, pages, page, about, districts) {
  const { lang, theme, district } = state();
  const dark = theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const focus = document.activeElement && place.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
  place.replaceChildren(
    el("a", { class: "brand", href: address({ ...OWN, page: "", district: "" }) }, el("img", { src: "icon.svg", alt: "", width: 28, height: 28 }), t("brand")),
    el("nav", { "aria-label": t("pages") }, el("ul", { class: "menu" }, menu(pages, page))),
    el(
      "div",
      { class: "switches" },
      districts.length
        ? el(
            "select",
            { "aria-label": t("area"), "data-focus": "area", onchange: (e) => change({ district: e.target.value }) },
            el("option", { value: "" }, t("area.all")),
            districts.map((d) => el("option", { value: d.code, selected: d.code === district }, pick(d, "name"))),
          )
        : null,
      el("button", { type: "button", class: "small", "data-focus": "lang", "aria-label": t("language.label"), lang: lang === "en" ? "zh-CN" : "en", onclick: () => change({ lang: lang === "en" ? "" : "en" }) }, t("language")),
      el("button", { type: "button", class: "small", "data-focus": "theme", onclick: () => change({ theme: dark ? "light" : "dark" }) }, t(dark ? "theme.light" : "theme.dark")),
      session(),
    ),
    el("p", { class: "about" }, about ? [el("span", {}, t("release") + " ", el("strong", {}, about.release)), el("span", {}, t("release.status." + about.status)), about.corrects ? el("strong", {}, t("release.corrects") + " " + about.corrects) : null] : []),
  );
  if (focus) {
    const again = place.querySelector('[data-focus="' + CSS.escape(focus) + '"]');
    if (again) again.focus({ preventScroll: true });
  }
}

/** Pages in their order; those of one group stand together under its name. */
function menu(pages, page) {
  const link = (p) => el("li", {}, el("a", { href: address({ ...OWN, page: p.name }), "aria-current": p === page ? "page" : null, "data-focus": "page-" + p.name }, pick(p, "title")));
  const done = new Set();
  return pages.flatMap((p) => {
    if (!p.group_zh) return [link(p)];
    if (done.has(p.group_zh)) return [];
    done.add(p.group_zh);
    const own = pages.filter((x) => x.group_zh === p.group_zh);
    const group = el("details", { class: "menu-group", "data-current": String(own.includes(page)) }, el("summary", { "data-focus": "group-" + p.group_zh }, pick(p, "group")), el("ul", {}, own.map(link)));
    return [el("li", {}, group)];
  });
}

/** A menu closes when one looks elsewhere, and by the escape key, which gives the focus back. */
function closeMenus(event) {
  for (const open of document.querySelectorAll(".menu-group[open]")) {
    if (event.type === "click" && open.contains(event.target) && !event.target.closest("a")) continue;
    if (event.type === "keydown" && event.key !== "Escape") continue;
    open.open = false;
    if (event.type === "keydown") open.querySelector("summary").focus();
  }
}

document.addEventListener("click", closeMenus);
document.addEventListener("keydown", closeMenus);
