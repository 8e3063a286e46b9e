import { ask } from "./api.js";
import { chip, el, table } from "./dom.js";
import { number, t } from "./i18n.js";
import { granted, refusal } from "./session.js";
import { time } from "./times.js";

/** The last runs of the main job, each with its steps, for people who keep the data right. */
export async function render() {
  if (!(await granted("runs", "runs"))) return { empty: await refusal("runs", "runs.server") };
  const { runs } = await ask("runs?limit=20");
  return {
    subtitle: t("runs.sum", { n: number(runs.length, 0) }),
    body: [el("ul", { class: "entries" }, runs.map((run, at) => el("li", {}, entry(run, at === 0))))],
    empty: runs.length ? null : t("no.data"),
  };
}

function entry(run, open) {
  const failed = run.steps.filter((step) => !sound(step));
  const seconds = run.steps.reduce((sum, step) => sum + (step.seconds || 0), 0);
  return el(
    "details",
    { open },
    el(
      "summary",
      {},
      el("strong", {}, time(run.started_at)),
      " ",
      el("span", { class: "where" }, number(run.steps.length, 0) + " " + t("run.steps") + " · " + number(seconds, 0) + " " + t("run.seconds")),
      " ",
      failed.length ? failed.map((step) => chip(t("step." + step.step) + ": " + step.status, "bad")) : chip(t("run.sound"), "good"),
      " ",
      el("code", {}, run.run_id),
    ),
    table(
      run.run_id,
      [{ label: t("run.step") }, { label: t("run.started") }, { label: t("run.seconds"), number: true }, { label: t("status") }],
      run.steps.map((step) => [t("step." + step.step), time(step.started_at), number(step.seconds, 1), chip(sound(step) ? t("run.complete") : step.status, sound(step) ? "good" : "bad")]),
    ),
  );
}

function sound(step) {
  return step.status === "complete" || step.status === "ok";
}
