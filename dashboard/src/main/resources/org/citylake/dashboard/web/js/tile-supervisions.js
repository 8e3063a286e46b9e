import { load } from "./api.js";
import { areas } from "./areas.js";
import { el, table } from "./dom.js";
import { number, period, pick, t } from "./i18n.js";
import { granted, refusal } from "./session.js";
import { OWN, address, state } from "./state.js";
import { requests } from "./supervision.js";
import { time } from "./times.js";

/** What leaders ask to be seen to (督办), the newest first, each with the way to its figure. */
export async function render() {
  const who = await granted("supervision", "supervise");
  if (!who) return { empty: await refusal("supervision", "supervisions.server") };
  const [all, names, { indicators }] = await Promise.all([requests(who.user), areas(), load("indicators")]);
  const district = state().district;
  const own = all.filter((r) => !district || r.ref_area.startsWith(district)).reverse();
  const subject = (r) => {
    if (r.kind === "case") return el("code", {}, r.subject);
    const indicator = indicators.find((i) => i.code === r.subject);
    return el("a", { href: address({ ...OWN, page: "indicator", indicator: r.subject, district: r.ref_area === names.document.city ? "" : r.ref_area }) }, indicator ? pick(indicator, "name") : r.subject);
  };
  return {
    subtitle: t("count.found", { n: number(own.length, 0) }),
    body: own.length
      ? [
          table(
            t("supervisions"),
            [{ label: t("supervisions.of") }, { label: t("district") }, { label: t("period") }, { label: t("supervise.note") }, { label: t("user") }, { label: t("supervisions.at") }],
            own.map((r) => [subject(r), names.name(r.ref_area), r.time_period ? period(r.time_period) : "–", r.note || "–", r.user, time(r.requested_at)]),
          ),
        ]
      : [],
    empty: own.length ? null : t("supervisions.none"),
  };
}
