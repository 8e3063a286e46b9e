import { load } from "./api.js";
import { pick, t } from "./i18n.js";

/** Names of areas as of their time. */
export async function areas() {
  const document = await load("districts");
  const today = document.districts.filter((d) => d.valid_to === null);
  const short = (text) => (text === undefined ? "" : text.replace(/^(..+?)(新区|区|县)$/, "$1"));
  const subdistrict = (code) => (document.subdistricts || []).find((s) => s.code === code);
  return {
    document,
    subdistrict,
    today,
    name(code, validFrom) {
      if (code === document.city) return t("city");
      if (code === null) return t("other.place");
      const versions = document.districts.filter((d) => d.code === code);
      const found = versions.find((d) => d.valid_from === validFrom) || versions[0] || subdistrict(code);
      return found ? pick(found, "name") || code : code;
    },
    shortName(code) {
      const found = today.find((d) => d.code === code);
      return found ? (pick(found, "name") === found.name_zh ? short(found.name_zh) : pick(found, "name")) : code;
    },
  };
}
