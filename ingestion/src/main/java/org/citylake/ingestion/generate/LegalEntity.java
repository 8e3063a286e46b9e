package org.citylake.ingestion.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citylake.entities.identifier.BusinessRegistrationNumber;
import org.citylake.entities.identifier.OrganisationCode;
import org.citylake.entities.identifier.UnifiedSocialCreditCode;
import org.jspecify.annotations.Nullable;

/**
 * A synthetic enterprise, social organisation or public institution. Its organisation code begins
 * with YL and is right by GB 11714; names carry 样例.
 */
final class LegalEntity implements Entity {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /** One enterprise in so many is a branch. */
  static final int BRANCHES = 16;

  /** 31^6: bodies of organisation codes behind YL. */
  private static final long BODIES = 887_503_681L;

  private static final List<String> CHARACTERS =
      List.of("恒", "盛", "瑞", "泰", "嘉", "鼎", "启", "诚", "远", "弘", "博", "汇", "联", "创", "凯", "晟");

  /** Section, class of GB/T 4754-2011, words in the name, activity. */
  private enum Industry {
    SOFTWARE("I", "6510", "信息技术", "软件开发"),
    TRADE("F", "5199", "商贸", "其他未列明批发业"),
    RETAIL("F", "5211", "百货", "百货零售"),
    CATERING("H", "6210", "餐饮管理", "正餐服务"),
    CONSULTING("L", "7233", "企业管理咨询", "社会经济咨询"),
    ENGINEERING("M", "7481", "工程设计", "工程管理服务"),
    CONSTRUCTION("E", "4700", "建筑工程", "房屋建筑业"),
    MACHINERY("C", "3421", "机械设备", "金属切削机床制造"),
    LOGISTICS("G", "5821", "物流", "货运代理"),
    PROPERTY("K", "7020", "物业管理", "物业管理"),
    CULTURE("R", "8790", "文化传播", "其他文化艺术业");

    private final String section;
    private final String code;
    private final String words;
    private final String activity;

    Industry(String section, String code, String words, String activity) {
      this.section = section;
      this.code = code;
      this.words = words;
      this.activity = activity;
    }
  }

  /** What kind of legal entity it is, with the first characters of its credit code. */
  private enum Form {
    ENTERPRISE("91"),
    ASSOCIATION("51"),
    PRIVATE_NON_ENTERPRISE("52"),
    FOUNDATION("53"),
    PUBLIC_INSTITUTION("12");

    private final String kind;

    Form(String kind) {
      this.kind = kind;
    }
  }

  private final Citizens citizens;
  private final long number;
  private final Draw draw;
  private final Form form;
  private final Industry industry;
  private final Place seat;
  private final LocalDate established;

  LegalEntity(Citizens citizens, long number, Draw draw) {
    this.citizens = citizens;
    this.number = number;
    this.draw = draw;
    double unit = draw.unit("form");
    this.form =
        unit < 0.93
            ? Form.ENTERPRISE
            : unit < 0.95
                ? Form.ASSOCIATION
                : unit < 0.977
                    ? Form.PRIVATE_NON_ENTERPRISE
                    : unit < 0.98 ? Form.FOUNDATION : Form.PUBLIC_INSTITUTION;
    this.industry = draw.pick("industry", List.of(Industry.values()));
    this.seat = Place.draw(citizens.territory(), draw.at("seat", 0));
    double age = Math.pow(draw.unit("age"), 2);
    this.established = Person.REFERENCE.minusDays(20 + (long) (9000 * age));
  }

  long number() {
    return number;
  }

  @Override
  public String id() {
    return String.format(Locale.ROOT, "L%09d", number);
  }

  @Override
  public Draw draw() {
    return draw;
  }

  @Override
  public String neighbourhood() {
    return seat.street().code();
  }

  /** A third is ten years old or older. */
  @Override
  public double proneness() {
    return established.isBefore(Person.REFERENCE.minusYears(10)) ? 1.4 : 0.78;
  }

  @Override
  public boolean gone() {
    return number >= citizens.firms().active();
  }

  @Override
  public @Nullable Object attribute(String name) {
    return switch (name) {
      case "form" -> form.name().toLowerCase(Locale.ROOT).replace('_', '-');
      case "credit-code", "tax-number" -> creditCode();
      case "organisation-code" -> organisationCode().value();
      case "registration-number" ->
          BusinessRegistrationNumber.complete(
                  seat.street().districtCode() + Person.padded(number, 8))
              .value();
      case "name" -> name(draw);
      case "former-name" -> oldName();
      case "kind-code" -> company() ? "1130" : "1219";
      case "kind-name" -> company() ? "有限责任公司(自然人投资或控股)" : "股份有限公司(非上市)";
      case "registration-type" -> form == Form.ENTERPRISE ? company() ? "173" : "160" : "190";
      case "industry-code" -> industry.code;
      case "industry-section" -> industry.section;
      case "industry-name" -> industry.activity;
      case "established-on" -> established;
      case "state" -> gone() ? draw.chance("revoked", 0.2) ? "revoked" : "cancelled" : "active";
      case "ended-on" -> gone() ? endedOn() : null;
      case "capital" -> BigDecimal.valueOf(10 * (long) Math.exp(1 + 5 * draw.unit("capital")), 0);
      case "size" -> draw.chance("small", 0.3) ? "3" : draw.chance("medium", 0.06) ? "2" : "4";
      case "registered-address" -> seat.office();
      case "operating-address" -> operating().office();
      case "operating-district-code" -> operating().street().districtCode();
      case "operating-district-name" -> operating().street().districtName();
      case "representative-name" -> representative().name();
      case "representative-identity-number" -> representative().attribute("identity-number");
      case "representative-sex" -> representative().attribute("sex");
      case "representative-mobile" -> representative().attribute("mobile");
      case "branch" -> Person.yesNo(branch());
      case "parent-name" -> parent().map(p -> p.attribute("name")).orElse(null);
      case "parent-code" -> parent().map(p -> p.attribute("credit-code")).orElse(null);
      default -> placed(name);
    };
  }

  private String placed(String name) {
    String found = seat.attribute(name);
    if (found == null) {
      throw new IllegalArgumentException("A legal entity has no attribute '" + name + "'");
    }
    return found;
  }

  private OrganisationCode organisationCode() {
    StringBuilder body = new StringBuilder("YL");
    // Multiplying by a number prime to 31 keeps codes apart and spreads neighbours.
    long rest = (number + 1) * 514_229L % BODIES;
    for (int i = 0; i < 6; i++) {
      body.append(ALPHABET.charAt((int) (rest % 31)));
      rest /= 31;
    }
    return OrganisationCode.complete(body.toString());
  }

  private String creditCode() {
    return UnifiedSocialCreditCode.complete(
            form.kind + seat.street().districtCode() + organisationCode().value())
        .value();
  }

  private boolean company() {
    return draw.chance("company", 0.94);
  }

  private String name(Draw given) {
    String trade =
        "样例"
            + given.pick("trade", CHARACTERS)
            + given.pick("trade-second", CHARACTERS)
            + given.pick("trade-third", CHARACTERS);
    String district = seat.street().districtName();
    return switch (form) {
      case ENTERPRISE -> firmName(given, trade);
      case ASSOCIATION -> "上海市" + district + trade + "社区服务促进会";
      case PRIVATE_NON_ENTERPRISE -> "上海市" + district + trade + "服务中心";
      case FOUNDATION -> "上海" + trade + "公益基金会";
      case PUBLIC_INSTITUTION -> "上海市" + district + trade + "事务中心";
    };
  }

  private String firmName(Draw given, String trade) {
    String tail = industry.words + (company() ? "有限公司" : "股份有限公司");
    String head = given.chance("bracketed", 0.2) ? trade + "（上海）" : "上海" + trade;
    return head + tail + (branch() ? "分公司" : "");
  }

  /** The name before it was changed, whether or not it was. */
  String oldName() {
    return name(draw.at("earlier", 0));
  }

  private LocalDate endedOn() {
    LocalDate ended = Person.REFERENCE.minusDays(draw.between("ended", 10, 1500));
    return ended.isBefore(established) ? established.plusDays(5) : ended;
  }

  private Place operating() {
    return draw.chance("elsewhere", 0.45)
        ? Place.draw(citizens.territory(), draw.at("operating", 0))
        : seat;
  }

  private Person representative() {
    return citizens.head(draw.at("representative", 0));
  }

  private boolean branch() {
    return parent().isPresent();
  }

  /** Every sixteenth is a branch of the enterprise before it, which is none. */
  private Optional<LegalEntity> parent() {
    if (form != Form.ENTERPRISE || number % BRANCHES != BRANCHES - 1) {
      return Optional.empty();
    }
    for (int i = 1; i < BRANCHES; i++) {
      LegalEntity other = citizens.firms().at(number - i);
      if (other.form == Form.ENTERPRISE) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }
}
