package org.citylake.entities.identifier;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the first two characters of a credit code say: the authority that registers and the kind of
 * organisation. Source: GB 32100-2015 with amendment 1 of 2016, table of authorities and kinds; it
 * may grow, so a code of another kind is not wrong.
 */
public enum RegistrationKind {
  STATE_ORGAN("11", "机构编制", "机关"),
  PUBLIC_INSTITUTION("12", "机构编制", "事业单位"),
  MASS_ORGANISATION("13", "机构编制", "编办直接管理机构编制的群众团体"),
  OTHER_OF_STAFFING("19", "机构编制", "其他"),
  FOREIGN_NEWS_AGENCY("21", "外交", "外国常驻新闻机构"),
  OTHER_OF_FOREIGN_AFFAIRS("29", "外交", "其他"),
  LAW_FIRM("31", "司法行政", "律师执业机构"),
  NOTARY_OFFICE("32", "司法行政", "公证处"),
  LOCAL_LEGAL_SERVICE("33", "司法行政", "基层法律服务所"),
  FORENSIC_INSTITUTE("34", "司法行政", "司法鉴定机构"),
  ARBITRATION_COMMISSION("35", "司法行政", "仲裁委员会"),
  OTHER_OF_JUSTICE("39", "司法行政", "其他"),
  FOREIGN_CULTURAL_CENTRE("41", "文化", "外国在华文化中心"),
  OTHER_OF_CULTURE("49", "文化", "其他"),
  SOCIAL_GROUP("51", "民政", "社会团体"),
  PRIVATE_NON_ENTERPRISE("52", "民政", "民办非企业单位"),
  FOUNDATION("53", "民政", "基金会"),
  OTHER_OF_CIVIL_AFFAIRS("59", "民政", "其他"),
  FOREIGN_TOURISM_OFFICE("61", "旅游", "外国旅游部门常驻代表机构"),
  HONG_KONG_MACAO_TAIWAN_TOURISM_OFFICE("62", "旅游", "港澳台地区旅游部门常驻内地（大陆）代表机构"),
  OTHER_OF_TOURISM("69", "旅游", "其他"),
  RELIGIOUS_SITE("71", "宗教", "宗教活动场所"),
  RELIGIOUS_SCHOOL("72", "宗教", "宗教院校"),
  OTHER_OF_RELIGION("79", "宗教", "其他"),
  TRADE_UNION("81", "工会", "基层工会"),
  OTHER_OF_TRADE_UNIONS("89", "工会", "其他"),
  ENTERPRISE("91", "工商", "企业"),
  INDIVIDUAL_BUSINESS("92", "工商", "个体工商户"),
  FARMERS_COOPERATIVE("93", "工商", "农民专业合作社"),
  MILITARY_INSTITUTION("A1", "中央军委改革和编制办公室", "军队事业单位"),
  OTHER_MILITARY("A9", "中央军委改革和编制办公室", "其他"),
  GROUP_COLLECTIVE("N1", "农业", "组级集体经济组织"),
  VILLAGE_COLLECTIVE("N2", "农业", "村级集体经济组织"),
  TOWNSHIP_COLLECTIVE("N3", "农业", "乡镇级集体经济组织"),
  OTHER_OF_AGRICULTURE("N9", "农业", "其他"),
  OTHER("Y1", "其他", "其他");

  private final String code;
  private final String authorityZh;
  private final String nameZh;

  RegistrationKind(String code, String authorityZh, String nameZh) {
    this.code = code;
    this.authorityZh = authorityZh;
    this.nameZh = nameZh;
  }

  /** The kind that two characters mean, when the table has them. */
  public static Optional<RegistrationKind> of(String code) {
    return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
  }

  /** The first two characters of the credit code. */
  public String code() {
    return code;
  }

  /** The registering authority, in the standard's words. */
  public String authorityZh() {
    return authorityZh;
  }

  /** The kind of organisation, in the standard's words. */
  public String nameZh() {
    return nameZh;
  }
}
