package org.citylake.entities.linkage.comparison;

import java.util.regex.Pattern;

/**
 * The parts of a Chinese legal entity's name: place, trade name and industry, legal form. The place
 * is found by its ending or among the provinces and large cities, in brackets too.
 *
 * @param core trade name and industry, without place, form and brackets
 * @param tradeName the first two characters of the core
 */
public record LegalName(String core, String tradeName) {
  private static final Pattern FORM =
      Pattern.compile(
          "(股份有限公司|有限责任公司|有限公司|集团公司|总公司|分公司|公司|集团|合伙企业|有限合伙|个人独资企业|工作室|事务所|合作社|经营部|商行|服务部|门市部|个体工商户)");
  private static final Pattern PLACE =
      Pattern.compile(
          "^(中国|[\\p{IsHan}]{2,3}?(省|自治区|特别行政区)|北京|上海|天津|重庆|广东|江苏|浙江|山东|四川|湖北|湖南|福建|安徽|河南|河北|辽宁|广州|深圳|杭州|南京|苏州|宁波|成都|武汉|西安|青岛|大连|厦门)?市?([\\p{IsHan}]{2,3}?[市区县])?");
  private static final Pattern BRACKETED_PLACE = Pattern.compile("[(（\\[][\\p{IsHan}]{2,4}[)）\\]]");

  /** Takes a name apart; of a name that is only place or form, the whole is the core. */
  public static LegalName parse(String name) {
    String simple = HanText.simplified(name);
    String open = BRACKETED_PLACE.matcher(simple).replaceAll("");
    String bare = FORM.matcher(TextForm.compact(open)).replaceAll("");
    String core = PLACE.matcher(bare).replaceFirst("");
    if (core.length() < 2) {
      core = bare.isEmpty() ? TextForm.compact(simple) : bare;
    }
    return new LegalName(core, core.substring(0, Math.min(2, core.length())));
  }
}
