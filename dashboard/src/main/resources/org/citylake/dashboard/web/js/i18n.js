import { state } from "./state.js";

const TEXTS = {
  "skip": ["跳到内容", "Skip to content"],
  "brand": ["城市湖", "CityLake"],
  "pages": ["页面", "Pages"],
  "language": ["English", "中文"],
  "language.label": ["切换为英文", "Switch to Chinese"],
  "theme.dark": ["深色", "Dark"],
  "theme.light": ["浅色", "Light"],
  "release": ["发布", "Release"],
  "release.corrects": ["更正", "corrects"],
  "release.reason": ["发布理由：", "Why it was made:"],
  "release.status.final": ["最终", "final"],
  "release.status.preliminary": ["初步", "preliminary"],
  "release.status.flash": ["快报", "flash"],
  "data.date": ["数据时点", "Data as of"],
  "owner": ["责任部门", "Owner"],
  "definition": ["口径", "Definition"],
  "basis": ["依据", "Basis"],
  "unit": ["单位", "Unit"],
  "period": ["时期", "Period"],
  "indicator": ["指标", "Indicator"],
  "district": ["地区", "District"],
  "value": ["数值", "Value"],
  "status": ["状态", "Status"],
  "rank": ["位次", "Rank"],
  "source": ["来源", "Source"],
  "table": ["表格", "Table"],
  "chart": ["图形", "Chart"],
  "explain": ["解释与依据", "Explain"],
  "explain.choose": ["在图上或排序中选一个区，看它的分子、分母与原文依据。", "Choose a district on the map or in the ranking to see its numerator, denominator and sources."],
  "explain.formula": ["计算", "Computation"],
  "explain.evidence": ["依据的记录", "Records behind it"],
  "explain.definition_hash": ["口径散列", "Definition hash"],
  "explain.snapshots": ["输入快照", "Input snapshots"],
  "explain.command": ["命令行", "On the command line"],
  "line": ["行", "line"],
  "numerator": ["分子", "numerator"],
  "denominator": ["分母", "denominator"],
  "city": ["全市", "Whole city"],
  "other.place": ["其他地区", "Other places"],
  "no.data": ["无数据", "No data"],
  "loading": ["正在读取…", "Loading…"],
  "failed": ["读取失败：", "Cannot be shown: "],
  "empty.indicator": ["本次发布中没有这个指标的数值。", "This release has no value of this indicator."],
  "empty.indicator.unknown": ["本次发布中没有这个指标：", "This release has no indicator "],
  "empty.districts": ["所选时期没有按今日区划的数值，见表格。", "No value on today's districts in this period; see the table."],
  "empty.targets": ["本次发布中没有规划目标。", "This release has no plan targets."],
  "empty.index": ["本次发布中没有这个指数。", "This release has no such index."],
  "empty.series": ["本次发布中没有官方站点的监测数据。", "This release has no readings of official stations."],
  "unknown.tile": ["不认识的图块类型：", "Unknown type of tile: "],
  "no.release": ["尚未发布数据", "No release yet"],
  "no.release.text": ["先运行 ./citylake run 或 ./citylake demo，完成第一次发布后刷新本页。", "Run ./citylake run or ./citylake demo; reload this page when the first release is done."],
  "no.page": ["没有这个页面", "There is no such page"],
  "no.release.asked": ["没有这个发布", "There is no such release"],
  "map.schematic": ["示意图 · 边界不作依据", "Schematic · no statement about borders"],
  "map.approval": ["审图号", "Map approval no."],
  "map.internal": ["无审图号，仅供内部使用", "no map approval number: internal use only"],
  "map.centre": ["中心城区", "Central districts"],
  "map.label": ["各区示意图", "Schematic map of the districts"],
  "order.neutral": ["由高到低，不评优劣", "High to low, neither is better"],
  "order.higher": ["越高越好", "Higher is better"],
  "order.lower": ["越低越好", "Lower is better"],
  "former.areas": ["已并入他区的原区划", "Areas that have since been merged"],
  "target": ["目标", "Target"],
  "actual": ["实际", "Actual"],
  "attainment": ["达成", "Attained"],
  "targets.sum": ["规划目标", "targets"],
  "targets.with": ["有实际值", "with an actual figure"],
  "targets.without": ["尚无实际值", "without an actual figure"],
  "targets.none.reported": ["没有实际值，不作推算", "No actual figure; nothing is inferred"],
  "targets.note": ["达成 = 100 × 实际 ÷ 目标（越低越好的取 100 ×（2 − 实际 ÷ 目标）），上限 100；竖线为目标。", "Attained = 100 × actual ÷ target (where lower is better 100 × (2 − actual ÷ target)), at most 100; the mark is the target."],
  "targets.first": ["显示有实际值的目标，其余见下。", "Targets with an actual figure first; the rest below."],
  "binding": ["约束性", "binding"],
  "expected": ["预期性", "expected"],
  "model": ["模型", "Model"],
  "model.title": ["本平台的模型，不是官方指数", "A model of this platform, no official index"],
  "unscored": ["未评分", "Unscored"],
  "partial": ["部分", "Partial"],
  "scored": ["已评分", "Scored"],
  "score": ["得分", "Score"],
  "index.coverage": ["有数据的权重", "Weight with data"],
  "index.imputed": ["插补的权重", "Weight imputed"],
  "index.synthetic": ["合成数据的权重", "Weight synthetic"],
  "index.interval": ["权重与方法变动时的排名（90%）", "Rank when weights and methods vary (90%)"],
  "index.norank": ["不排名", "not ranked"],
  "index.minimum": ["少于 {n} 个单元得分时不排名。", "No ranks with fewer than {n} scored units."],
  "index.parts": ["各指标得分", "Scores by indicator"],
  "reason.no-target": ["没有目标", "no target"],
  "reason.no-value": ["没有实际值", "no actual figure"],
  "reason.not-restatable": ["按旧区界，不能合并计算", "on former borders and cannot be added up"],
  "reason.synthetic-refused": ["只有合成数据，不予采用", "only synthetic figures, which do not count"],
  "reason.target-not-positive": ["目标不为正数", "target not above zero"],
  "reason.units": ["{n} 个单元得分，至少要 {of} 个", "{n} scored units of at least {of}"],
  "reason": ["原因", "Reason"],
  "series.mean": ["日均浓度", "Daily mean"],
  "series.limit": ["日均限值（二级）", "Daily limit (class II)"],
  "series.years": ["年均浓度", "Annual mean"],
  "series.valid": ["有效", "valid"],
  "series.invalid": ["无效", "not valid"],
  "series.days": ["有效天数", "valid days"],
  "series.over": ["超限天数", "days over limit"],
  "series.gap": ["断线处当日有效小时不足 20，不计日均。", "The line is broken where a day has fewer than 20 valid hours."],
  "series.rule": ["年均有效：不少于 324 个有效日，每月不少于 27 日（2 月 25 日）。", "An annual mean needs 324 valid days, 27 in every month (February 25)."],
  "series.label": ["官方站点日均浓度随时间变化", "Daily means of the official stations over time"],
  "series.all": ["全部", "All"],
  "series.date": ["日期", "Date"],
  "station": ["站点", "Station"],
  "year": ["年", "Year"],
  "above": ["高于限值", "above the limit"],
  "within": ["在限值内", "within the limit"],
  "year.limit": ["年均限值", "annual limit"],
  "month.minimum": ["最少的月", "fewest in a month"],
  "quality.conflict": ["来源冲突", "conflict"],
  "quality.approximate": ["约数", "approximate"],
  "quality.bound": ["界值", "bound"],
  "obs.E": ["估算", "estimated"],
  "obs.P": ["初步", "provisional"],
  "obs.M": ["缺失", "missing"],
  "value_status.reported": ["填报", "reported"],
  "value_status.computed": ["计算", "computed"],
  "value_status.imputed": ["插补", "imputed"],
  "value_status.synthetic": ["合成", "synthetic"],
  "loads": ["数据从何而来", "Where the data come from"],
  "loads.arrived": ["到达", "Arrived"],
  "loads.accepted": ["接收", "Accepted"],
  "loads.quarantined": ["隔离", "Quarantined"],
  "loads.duplicate": ["重复", "Duplicate"],
  "loads.none": ["本次发布没有装载记录。", "This release lists no loads."],
  "licence": ["许可", "Licence"],
  "footer": ["本页只读取一次发布的数据，不向外部请求任何内容。", "This page shows one release only and asks nothing of any other host."],
  "domain.population": ["人口", "Population"],
  "domain.environment": ["环境", "Environment"],
  "domain.network_readiness": ["网络就绪", "Network readiness"],
  "domain.infrastructure": ["基础设施", "Infrastructure"],
  "domain.economy": ["经济", "Economy"],
  "domain.districts": ["区划", "Districts"],
  "domain.ict_industry": ["信息产业", "ICT industry"],
  "domain.plan": ["规划", "Plans"],
  "domain.plans": ["规划", "Plans"],
  "domain.smart_application": ["智慧应用", "Smart applications"],
  "domain.livelihood": ["民生", "Livelihood"],
  "domain.governance": ["治理", "Governance"],
};

export function t(key, values) {
  const texts = TEXTS[key];
  let text = texts ? texts[state().lang === "en" ? 1 : 0] : key.replace(/^[^.]*\./, "").replace(/_/g, " ");
  for (const [name, value] of Object.entries(values || {})) text = text.replace("{" + name + "}", value);
  return text;
}

/** The member of an object in the page's language, such as name_zh; the other one where it lacks. */
export function pick(object, name) {
  const own = object[name + "_" + state().lang];
  return own || object[name + "_" + (state().lang === "en" ? "zh" : "en")] || "";
}

export function number(value, digits) {
  if (value === null || value === undefined) return "–";
  const options = digits === undefined ? { maximumFractionDigits: 2 } : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(state().lang === "en" ? "en-GB" : "zh-CN", options).format(value);
}

const SYMBOLS = { percent: "%", mbps: "Mbps", gbps: "Gbps", tbps: "Tbps", ug_m3: "µg/m³", km: "km", km2: "km²", mhz: "MHz", tb: "TB" };

/** The unit as it stands beside a number: its symbol where it has one, else its name. */
export function unitName(unit) {
  return SYMBOLS[unit.code] || pick(unit, "name");
}

/** A number with its unit: signs stand close, names stand apart. */
export function measure(value, digits, unit) {
  const name = unitName(unit);
  return number(value, digits) + (/^[%％°]/.test(name) ? name : "\u00a0" + name);
}

export function period(text) {
  return text.includes("/") ? text.replace("/", "–") : text;
}
