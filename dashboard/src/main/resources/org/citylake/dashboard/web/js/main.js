import { load, loadPages, resolveRelease } from "./api.js";
import { el, table } from "./dom.js";
import { CITY, area, dataDay, figuresOf } from "./figures.js";
import { number, pick, t } from "./i18n.js";
import { follow } from "./live.js";
import { header } from "./header.js";
import { daysBetween, end } from "./periods.js";
import { agency, sourceName } from "./sources.js";
import { change, onChange, state } from "./state.js";
import { failed, fill, frame } from "./tile.js";

/** Types of tile, each a module of that name: a page loads only what it shows. */
const TYPES = new Set([
  "case-demand", "case-funnel", "case-league", "case-list", "case-map", "catalogue", "day-calendar", "district-map", "event-map", "figure",
  "index-profile", "index-ranking", "index-score", "index-weights", "indicator-detail", "indicator-list", "indicator-table",
  "indicator-target", "link-decisions", "live-alerts", "live-stream", "loads", "objections", "quality", "quarantine", "ranking", "revenue", "runs", "source-freshness", "supervisions", "time-series", "warnings",
]);
/** Tiles that draw with the chart library; the others never wait for it. */
const CHARTED = new Set(["district-map", "indicator-detail", "time-series"]);
const byId = (id) => document.getElementById(id);
let drawing = 0;
let charts = null;

async function show() {
  const turn = ++drawing;
  const { lang, theme } = state();
  document.documentElement.lang = lang === "en" ? "en" : "zh-CN";
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  byId("skip").textContent = t("skip");
  const content = byId("content");
  delete content.dataset.ready;
  try {
    const [{ pages }, release] = await Promise.all([loadPages(), resolveRelease()]);
    if (turn !== drawing) return;
    const page = state().page ? pages.find((p) => p.name === state().page) : pages[0];
    document.title = (page ? pick(page, "title") + " · " : "") + t("brand");
    if (!release) {
      header(byId("top"), pages, page, null, []);
      message(t("no.release"), t("no.release.text"));
      byId("bottom").replaceChildren();
      return;
    }
    const [about, loads, { districts }] = await Promise.all([load("release"), load("loads"), load("districts")]);
    if (turn !== drawing) return;
    header(byId("top"), pages, page, about, districts.filter((d) => d.valid_to === null));
    if (page) await tiles(page, turn);
    else message(t("no.page"), state().page);
    if (turn !== drawing) return;
    bottom(about, loads);
    follow(about.release);
  } catch (error) {
    if (turn !== drawing) return;
    message(error.status === 404 ? t("no.release.asked") : t("failed"), error.message);
  } finally {
    if (turn === drawing) content.dataset.ready = String(turn);
  }
}

function message(title, text) {
  clearCharts();
  const content = byId("content");
  content.className = "alone";
  delete content.dataset.page;
  content.replaceChildren(el("section", { class: "tile whole", "data-state": "empty" }, el("h1", {}, title), el("p", {}, text)));
}

/** The chart library is large and comes after the figures; once it is there its charts are let go. */
async function clearCharts() {
  if (charts) (await charts).disposeAll();
}

async function tiles(page, turn) {
  const content = byId("content");
  const focus = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.focus : "";
  const kept = content.dataset.page === page.name;
  content.className = "grid";
  content.dataset.page = page.name;
  await clearCharts();
  if (turn !== drawing) return;
  let sections = page.tiles.map((_, at) => byId("tile-" + at));
  if (!kept || sections.some((s) => s === null)) {
    sections = page.tiles.map((tile, at) => {
      const section = frame("tile-" + at, pick(tile, "title"));
      section.classList.add("type-" + tile.type);
      if (tile.width) section.classList.add("width-" + tile.width);
      return section;
    });
    content.replaceChildren(el("h1", { class: "hidden", id: "page-title" }), el("div", { id: "notices", class: "notices" }), ...sections.flatMap((section, at) => (page.tiles[at].section_zh ? [el("h2", { class: "section", id: "section-" + at }), section] : [section])));
  }
  byId("page-title").textContent = pick(page, "title");
  page.tiles.forEach((tile, at) => {
    if (tile.section_zh) byId("section-" + at).textContent = pick(tile, "section");
  });
  if (page.tiles.some((tile) => CHARTED.has(tile.type))) charts = charts || import("./charts.js");
  await Promise.all([
    notices(page, turn),
    ...page.tiles.map(async (tile, at) => {
      const section = sections[at];
      const title = pick(tile, "title");
      try {
        const description = TYPES.has(tile.type) ? await (await import("./tile-" + tile.type + ".js")).render(tile.parameters, section.id) : { empty: t("unknown.tile") + tile.type };
        if (turn === drawing) fill(section, title, description);
      } catch (error) {
        if (turn === drawing) failed(section, title, error);
      }
    }),
  ]);
  if (turn === drawing && focus) {
    const again = document.querySelector('[data-focus="' + CSS.escape(focus) + '"]');
    if (again) again.focus({ preventScroll: true });
  }
}

/** Above a screen of figures: how old the newest day is, and that some figures are synthetic. */
async function notices(page, turn) {
  const place = byId("notices");
  if (!page.tiles.some((tile) => tile.type === "figure")) {
    place.replaceChildren();
    return;
  }
  const figures = await figuresOf(area());
  const day = dataDay(figures);
  const old = day ? daysBetween(end(day), Date.now()) : 0;
  const synthetic = [...figures.values()].some((i) => i.values.some((v) => v.value_status === "synthetic"));
  if (turn !== drawing) return;
  place.replaceChildren(
    ...[
      day ? el("p", { class: "data-day" }, t("data.day") + " ", el("strong", {}, day), " · " + (area() === CITY ? t("city") : await nameOf(area()))) : null,
      old > 2 ? el("p", { class: "notice warn" }, t("data.day.old", { n: number(old, 0) })) : null,
      synthetic ? el("p", { class: "notice warn" }, t("synthetic.page")) : null,
    ].filter(Boolean),
  );
}

async function nameOf(code) {
  const found = (await load("districts")).districts.find((d) => d.code === code && d.valid_to === null);
  return found ? pick(found, "name") : code;
}

function bottom(about, loads) {
  const counts = ["arrived", "accepted", "quarantined", "duplicate"];
  const rows = loads.loads.map((l) => [
    el("span", {}, sourceName(l), el("span", { class: "where" }, " · " + agency(l))),
    l.licence || "–",
    l.snapshot_date,
    ...counts.map((c) => number(l[c], 0)),
  ]);
  byId("bottom").replaceChildren(
    el(
      "details",
      {},
      el("summary", {}, t("loads") + (rows.length ? " — " + counts.map((c) => t("loads." + c) + " " + number(loads.total[c], 0)).join(" · ") : "")),
      rows.length
        ? table(t("loads"), [{ label: t("source") }, { label: t("licence") }, { label: t("data.date") }, ...counts.map((c) => ({ label: t("loads." + c), number: true }))], rows)
        : el("p", {}, t("loads.none")),
    ),
    ...(about.reason ? [el("p", { class: "where" }, t("release.reason") + " " + about.reason)] : []),
    el("p", { class: "where" }, t("footer") + " " + t("release") + " " + about.release + " · " + about.code_version),
  );
}

/** Links within the page change the address and keep what is loaded; the browser's own ways stay. */
document.addEventListener("click", (event) => {
  const link = event.target.closest ? event.target.closest('a[href^="?"]') : null;
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const before = state().page;
  change(null, link.getAttribute("href"));
  if (state().page !== before) {
    scrollTo(0, 0);
    byId("content").focus({ preventScroll: true });
  }
});

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
onChange(show);
show();
