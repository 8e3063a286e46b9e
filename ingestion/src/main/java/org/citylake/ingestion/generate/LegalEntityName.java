package org.citylake.ingestion.generate;

import java.util.List;

/**
 * What a legal entity is called; every name carries 样例.
 *
 * @param form what kind it is
 * @param industry what it does
 * @param districtName where it is registered
 * @param company whether it is a limited company, else one by shares
 * @param branch whether it is a branch
 */
record LegalEntityName(
    LegalForm form, Industry industry, String districtName, boolean company, boolean branch) {
  private static final List<String> CHARACTERS =
      List.of("恒", "盛", "瑞", "泰", "嘉", "鼎", "启", "诚", "远", "弘", "博", "汇", "联", "创", "凯", "晟");

  /** The name that draws give. */
  String of(Draw given) {
    String trade =
        "样例"
            + given.pick("trade", CHARACTERS)
            + given.pick("trade-second", CHARACTERS)
            + given.pick("trade-third", CHARACTERS);
    return switch (form) {
      case ENTERPRISE -> firm(given, trade);
      case LAW_FIRM -> "上海" + trade + "律师事务所";
      case ASSOCIATION -> "上海市" + districtName + trade + "社区服务促进会";
      case PRIVATE_NON_ENTERPRISE -> "上海市" + districtName + trade + "服务中心";
      case FOUNDATION -> "上海" + trade + "公益基金会";
      case PUBLIC_INSTITUTION -> "上海市" + districtName + trade + "事务中心";
    };
  }

  private String firm(Draw given, String trade) {
    String tail = industry.words() + (company ? "有限公司" : "股份有限公司");
    String head = given.chance("bracketed", 0.2) ? trade + "（上海）" : "上海" + trade;
    return head + tail + (branch ? "分公司" : "");
  }
}
