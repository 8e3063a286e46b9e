package org.citylake.ingestion.generate;

/** What enterprises do, with its classes in the editions of 2011 and 2017 of GB/T 4754. */
enum Industry {
  SOFTWARE("I", "6510", "6513", "信息技术", "软件开发"),
  TRADE("F", "5199", "5199", "商贸", "其他未列明批发业"),
  RETAIL("F", "5211", "5211", "百货", "百货零售"),
  CATERING("H", "6210", "6210", "餐饮管理", "正餐服务"),
  CONSULTING("L", "7233", "7243", "企业管理咨询", "社会经济咨询"),
  ENGINEERING("M", "7481", "7481", "工程设计", "工程管理服务"),
  CONSTRUCTION("E", "4700", "4710", "建筑工程", "房屋建筑业"),
  MACHINERY("C", "3421", "3421", "机械设备", "金属切削机床制造"),
  LOGISTICS("G", "5821", "5821", "物流", "货运代理"),
  PROPERTY("K", "7020", "7020", "物业管理", "物业管理"),
  CULTURE("R", "8790", "8890", "文化传播", "其他文化艺术业");

  private final String section;
  private final String code2011;
  private final String code2017;
  private final String words;
  private final String activity;

  Industry(String section, String code2011, String code2017, String words, String activity) {
    this.section = section;
    this.code2011 = code2011;
    this.code2017 = code2017;
    this.words = words;
    this.activity = activity;
  }

  /** One letter. */
  String section() {
    return section;
  }

  /** Four digits of the edition of 2011. */
  String code2011() {
    return code2011;
  }

  /** Four digits of the edition of 2017, from memory. */
  String code2017() {
    return code2017;
  }

  /** What stands for it in a firm's name. */
  String words() {
    return words;
  }

  String activity() {
    return activity;
  }
}
