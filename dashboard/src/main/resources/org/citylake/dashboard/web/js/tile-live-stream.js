import { ask } from "./api.js";
import { el, table } from "./dom.js";
import { number, t } from "./i18n.js";
import { refusal, signedIn } from "./session.js";
import { time } from "./times.js";

/** How the live stream fares: what came and what became of it, how far it is behind, its checkpoints. */
export async function render() {
  let told;
  try {
    told = (await signedIn()) ? await ask("live/stream") : null;
  } catch (error) {
    if (error.status !== 403 && error.status !== 404) throw error;
    told = null;
  }
  if (!told) return { empty: await refusal("live-stream", "stream.server") };
  if (!told.running) return { empty: t("stream.none") };
  const { sources, tables, checkpoints, restarts } = told.figures;
  return {
    body: [
      table(
        t("stream.sources"),
        [
          { label: t("stream.source") },
          ...["in", "accepted", "duplicate", "late", "quarantined", "lag", "delay"].map((name) => ({ label: t("stream." + name), number: true })),
        ],
        Object.entries(sources).map(([id, s]) => [
          id,
          ...[s.records_in, s.accepted, s.duplicate, s.late, s.quarantined].map((n) => number(n, 0)),
          lag(s.lag),
          s.watermark_delay_seconds === null ? null : number(s.watermark_delay_seconds, 0),
        ]),
      ),
      table(
        t("stream.tables"),
        [{ label: t("stream.table") }, { label: t("stream.rows"), number: true }, { label: t("stream.commit") }],
        Object.entries(tables).map(([name, told]) => [name, number(told.rows_committed, 0), time(told.last_commit_at)]),
      ),
      el("p", { class: "note" }, t("stream.checkpoints", sum(checkpoints, restarts))),
    ],
    explain: [el("p", {}, t("stream.how"))],
  };
}

/** Over all topics; a source of files has none. */
function lag(topics) {
  const all = Object.values(topics);
  return all.length ? number(all.reduce((sum, records) => sum + records, 0), 0) : null;
}

function sum(checkpoints, restarts) {
  return {
    completed: number(checkpoints.completed, 0),
    failed: number(checkpoints.failed, 0),
    restarts: number(restarts, 0),
    at: time(checkpoints.last_at),
    seconds: checkpoints.last_seconds === null ? "–" : number(checkpoints.last_seconds, 2),
    size: checkpoints.last_bytes === null ? "–" : number(checkpoints.last_bytes / 1e6, 1),
  };
}
