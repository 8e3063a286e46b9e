import { ask, offers } from "./api.js";
import { chip, el, table } from "./dom.js";
import { number, t } from "./i18n.js";
import { signedIn } from "./session.js";

/** The last runs of the main job with their steps, for people who keep the data right. */
export async function render() {
  if (!(await offers("runs")) || !(await signedIn())) return { empty: t("runs.server") };
  const { runs } = await ask("runs?limit=20");
  const seconds = (run) => run.steps.reduce((sum, step) => sum + (step.seconds || 0), 0);
  const failed = (run) => run.steps.filter((step) => step.status !== "complete" && step.status !== "ok");
  return {
    body: [
      table(
        t("runs"),
        [{ label: t("runs") }, { label: t("run.started") }, { label: t("run.steps"), number: true }, { label: t("run.seconds"), number: true }, { label: t("status") }],
        runs.map((run) => [run.run_id, run.started_at, number(run.steps.length, 0), number(seconds(run), 0), failed(run).length ? el("span", {}, failed(run).map((step) => chip(step.step + ": " + step.status, "bad"))) : "–"]),
      ),
    ],
    empty: runs.length ? null : t("no.data"),
  };
}
