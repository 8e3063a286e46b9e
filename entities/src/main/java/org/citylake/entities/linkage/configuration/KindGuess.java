package org.citylake.entities.linkage.configuration;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.citylake.entities.identifier.OfficialIdentifier;
import org.citylake.entities.linkage.comparison.DateForm;
import org.citylake.entities.linkage.comparison.NumberForm;
import org.citylake.entities.linkage.comparison.TextForm;
import org.citylake.entities.linkage.comparison.TokenSets;
import org.citylake.entities.linkage.table.ValueColumn;

/** Tells what a column holds, by its values first and by its name where values leave it open. */
final class KindGuess {
  private static final int SAMPLE = 2000;
  private static final double MOST = 0.7;
  private static final double NEARLY_ALL = 0.9;
  private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d*\\.\\d+");
  private static final Pattern WHOLE = Pattern.compile("\\d+");
  private static final Pattern PHONE_NAME = Pattern.compile(".*(phone|tel|mobile|fax|电话|手机).*");
  private static final Pattern NUMBER_NAME =
      Pattern.compile(".*(price|amount|cost|weight|height|length|size|age|capital|价|金额|资本).*");
  private static final Pattern CODE_NAME =
      Pattern.compile(".*(code|id|number|no|zip|post|号|码|编).*");
  private static final Pattern LEGAL_END =
      Pattern.compile(".*(公司|集团|厂|店|中心|事务所|合作社|合伙.*|学校|医院|局)$");
  private static final Pattern ADDRESS = Pattern.compile(".*([路街弄巷村道].*\\d|\\d+[号室幢栋弄]).*");

  private final String name;
  private final List<String> values;
  private final int distinct;
  private final int present;

  KindGuess(ValueColumn column) {
    this.name = column.name().toLowerCase(Locale.ROOT);
    this.values =
        column.values().stream()
            .limit(SAMPLE)
            .map(TextForm::normalise)
            .filter(v -> !v.isEmpty())
            .toList();
    this.distinct = column.values().size();
    this.present = column.present();
  }

  ColumnKind kind() {
    if (most(v -> reads(OfficialIdentifier.RESIDENT_IDENTITY_NUMBER, v), 0.5)) {
      return ColumnKind.IDENTITY_NUMBER;
    }
    if (most(v -> reads(OfficialIdentifier.UNIFIED_SOCIAL_CREDIT_CODE, v), 0.5)) {
      return ColumnKind.CREDIT_CODE;
    }
    if (most(v -> v.indexOf('@') > 0, 0.6)) {
      return ColumnKind.EMAIL;
    }
    if (most(v -> DateForm.plausible(DateForm.parse(v)), MOST)) {
      return ColumnKind.DATE;
    }
    if (most(v -> !Double.isNaN(NumberForm.parse(v)), NEARLY_ALL)) {
      return numeric();
    }
    if (PHONE_NAME.matcher(name).matches()
        || most(v -> TextForm.digits(v).length() >= 7 && share(v) > 0.6, NEARLY_ALL)) {
      return ColumnKind.PHONE;
    }
    if (most(v -> v.indexOf(';') > 0 || v.indexOf('|') > 0, 0.5)) {
      return ColumnKind.ARRAY;
    }
    return most(TextForm::hasHan, 0.5) ? chinese() : words();
  }

  private ColumnKind numeric() {
    boolean decimal = most(v -> DECIMAL.matcher(v).matches(), 0.5);
    boolean latitude = name.matches(".*(lat|纬).*");
    if (decimal && (latitude || name.matches(".*(lon|lng|经).*"))) {
      return latitude ? ColumnKind.LATITUDE : ColumnKind.LONGITUDE;
    }
    if (PHONE_NAME.matcher(name).matches()) {
      return ColumnKind.PHONE;
    }
    if (NUMBER_NAME.matcher(name).matches() || most(v -> !WHOLE.matcher(v).matches(), 0.3)) {
      return ColumnKind.NUMBER;
    }
    boolean year =
        most(v -> v.length() == 4 && v.compareTo("1800") > 0 && v.compareTo("2100") < 0, MOST);
    if (year && !CODE_NAME.matcher(name).matches()) {
      return ColumnKind.YEAR;
    }
    return ColumnKind.CODE;
  }

  private ColumnKind chinese() {
    if (most(v -> LEGAL_END.matcher(v).matches(), 0.4)) {
      return ColumnKind.LEGAL_NAME;
    }
    if (most(v -> ADDRESS.matcher(v).matches(), 0.4) || name.matches(".*(地址|住址|address).*")) {
      return ColumnKind.CHINESE_ADDRESS;
    }
    if (isCategory()) {
      return ColumnKind.CATEGORY;
    }
    return most(v -> v.length() <= 5, NEARLY_ALL) || name.contains("姓名")
        ? ColumnKind.CHINESE_NAME
        : ColumnKind.TEXT;
  }

  private ColumnKind words() {
    double words = values.stream().mapToInt(v -> TokenSets.split(v).size()).average().orElse(0);
    boolean digits = most(v -> v.chars().anyMatch(Character::isDigit), 0.8);
    if (words < 1.5 && digits) {
      return ColumnKind.CODE;
    }
    if (isCategory()) {
      return ColumnKind.CATEGORY;
    }
    if (words < 1.6) {
      return ColumnKind.NAME;
    }
    return words < 3.6 ? ColumnKind.PHRASE : ColumnKind.TEXT;
  }

  /** Few values that each stand often; one alone is no choice among several. */
  private boolean isCategory() {
    return distinct > 1
        && ((distinct <= 12 && present >= 5L * distinct)
            || (distinct <= 40 && present > 50L * distinct));
  }

  private boolean most(Predicate<String> test, double share) {
    long holding = values.stream().filter(test).count();
    return !values.isEmpty() && holding >= share * values.size();
  }

  private static boolean reads(OfficialIdentifier identifier, String value) {
    return value.length() >= 15 && identifier.read(value, LocalDate.MAX).right().isPresent();
  }

  private static double share(String value) {
    return (double) TextForm.digits(value).length() / value.length();
  }
}
