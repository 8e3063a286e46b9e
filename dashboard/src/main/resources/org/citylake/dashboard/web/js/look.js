/** Colours of the style sheet, so that charts and page never part. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
}

export function fontSize(share) {
  return Math.round(parseFloat(getComputedStyle(document.documentElement).fontSize) * share);
}

export const FONT = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",system-ui,sans-serif';
