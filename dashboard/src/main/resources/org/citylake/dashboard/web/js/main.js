import { load, loadPages, resolveRelease } from "./api.js";
import { disposeAll } from "./charts.js";
import { el, table } from "./dom.js";
import { number, pick, t } from "./i18n.js";
import { address, change, onChange, state } from "./state.js";
import { failed, fill, frame } from "./tile.js";
import { render as districtMap } from "./tile-district-map.js";
import { render as indexScore } from "./tile-index-score.js";
import { render as indicatorTarget } from "./tile-indicator-target.js";
import { render as ranking } from "./tile-ranking.js";
import { render as timeSeries } from "./tile-time-series.js";

const TILES = { "district-map": districtMap, "ranking": ranking, "indicator-target": indicatorTarget, "index-score": indexScore, "time-series": timeSeries };
const byId = (id) => document.getElementById(id);
let drawing = 0;

async function show() {
  const turn = ++drawing;
  const { lang, theme } = state();
  document.documentElement.lang = lang === "en" ? "en" : "zh-CN";
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  byId("skip").textContent = t("skip");
  const content = byId("content");
  try {
    const [{ pages }, release] = await Promise.all([loadPages(), resolveRelease()]);
    if (turn !== drawing) return;
    const page = state().page ? pages.find((p) => p.name === state().page) : pages[0];
    document.title = (page ? pick(page, "title") + " · " : "") + t("brand");
    if (!release) {
      top(pages, page, null);
      message(t("no.release"), t("no.release.text"));
      byId("bottom").replaceChildren();
      return;
    }
    const [about, loads] = await Promise.all([load("release"), load("loads")]);
    if (turn !== drawing) return;
    top(pages, page, about);
    if (page) await tiles(page, turn);
    else message(t("no.page"), state().page);
    bottom(about, loads);
  } catch (error) {
    if (turn !== drawing) return;
    message(error.status === 404 ? t("no.release.asked") : t("failed"), error.message);
  } finally {
    content.dataset.ready = String(turn);
  }
}

function message(title, text) {
  disposeAll();
  byId("content").className = "alone";
  byId("content").replaceChildren(el("section", { class: "tile whole", "data-state": "empty" }, el("h1", {}, title), el("p", {}, text)));
}

function top(pages, page, about) {
  const { lang, theme } = state();
  const dark = theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  byId("top").replaceChildren(
    el("a", { class: "brand", href: address({ page: "", indicator: "", period: "", district: "" }) }, el("img", { src: "icon.svg", alt: "", width: 28, height: 28 }), t("brand")),
    pages.length > 1 ? el("nav", { "aria-label": t("pages") }, pages.map((p) => el("a", { href: address({ page: p.name }), "aria-current": p === page ? "page" : null }, pick(p, "title")))) : null || el("span", { class: "page-title" }, page ? pick(page, "title") : ""),
    el("p", { class: "about" }, about ? [el("span", {}, t("release") + " ", el("strong", {}, about.release)), el("span", {}, t("release.status." + about.status)), about.corrects ? el("strong", {}, t("release.corrects") + " " + about.corrects) : null] : []),
    el(
      "div",
      { class: "switches" },
      el("button", { type: "button", class: "small", "data-focus": "lang", "aria-label": t("language.label"), lang: lang === "en" ? "zh-CN" : "en", onclick: () => change({ lang: lang === "en" ? "" : "en" }) }, t("language")),
      el("button", { type: "button", class: "small", "data-focus": "theme", onclick: () => change({ theme: dark ? "light" : "dark" }) }, t(dark ? "theme.light" : "theme.dark")),
    ),
  );
}

async function tiles(page, turn) {
  const content = byId("content");
  const focus = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.focus : "";
  const kept = content.dataset.page === page.name;
  content.className = "grid";
  content.dataset.page = page.name;
  disposeAll();
  let sections = page.tiles.map((_, at) => byId("tile-" + at));
  if (!kept || sections.some((s) => s === null)) {
    sections = page.tiles.map((tile, at) => {
      const section = frame("tile-" + at, pick(tile, "title"));
      section.classList.add("type-" + tile.type);
      return section;
    });
    content.replaceChildren(el("h1", { class: "hidden" }, pick(page, "title")), ...sections);
  } else {
    content.querySelector("h1").textContent = pick(page, "title");
  }
  await Promise.all(
    page.tiles.map(async (tile, at) => {
      const section = sections[at];
      const title = pick(tile, "title");
      try {
        const renderer = TILES[tile.type];
        const description = renderer ? await renderer(tile.parameters, section.id) : { empty: t("unknown.tile") + tile.type };
        if (turn === drawing) fill(section, title, description);
      } catch (error) {
        if (turn === drawing) failed(section, title, error);
      }
    }),
  );
  if (focus) {
    const again = document.querySelector('[data-focus="' + CSS.escape(focus) + '"]');
    if (again) again.focus({ preventScroll: true });
  }
}

function bottom(about, loads) {
  const columns = ["arrived", "accepted", "quarantined", "duplicate"];
  const rows = loads.loads.map((l) => [
    el("span", {}, l.title, l.producer ? el("span", { class: "where" }, " · " + l.producer) : null),
    l.licence || "–",
    l.snapshot_date,
    ...columns.map((c) => number(l[c], 0)),
  ]);
  byId("bottom").replaceChildren(
    el(
      "details",
      {},
      el("summary", {}, t("loads") + (rows.length ? " — " + columns.map((c) => t("loads." + c) + " " + number(loads.total[c], 0)).join(" · ") : "")),
      rows.length
        ? table(t("loads"), [{ label: t("source") }, { label: t("licence") }, { label: t("data.date") }, ...columns.map((c) => ({ label: t("loads." + c), number: true }))], rows)
        : el("p", {}, t("loads.none")),
    ),
    ...(about.reason ? [el("p", { class: "where" }, t("release.reason") + " " + about.reason)] : []),
    el("p", { class: "where" }, t("footer") + " " + t("release") + " " + about.release + " · " + about.code_version),
  );
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
onChange(show);
show();
