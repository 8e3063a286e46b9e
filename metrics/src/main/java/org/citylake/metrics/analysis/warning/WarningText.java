package org.citylake.metrics.analysis.warning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.WarningDeclaration;
import org.citylake.core.declaration.WarningDeclaration.Change;
import org.jspecify.annotations.Nullable;

/** Fills in the messages of rules. Areas that no list names are told by their code. */
public final class WarningText {
  private static final String ENGLISH = "name_en";
  private static final String CHINESE = "name_zh";

  private final DeclarationLibrary library;
  private final Map<String, Map<String, String>> areas = new HashMap<>();
  private final Map<String, Map<String, String>> units = new HashMap<>();

  /** Texts with the names that the library's lists give. */
  public WarningText(DeclarationLibrary library) {
    this.library = library;
    index("ref_area_label", areas);
    index("unit_measure", units);
  }

  private void index(String list, Map<String, Map<String, String>> names) {
    for (Codelist codelist : library.codelists()) {
      if (codelist.id().equals(list)) {
        codelist.rows().forEach(row -> names.putIfAbsent(row.getOrDefault("code", ""), row));
      }
    }
  }

  /** The Chinese message of a warning by the rule. */
  public String chinese(WarningDeclaration rule, Warning warning) {
    return filled(rule.messageZh(), rule, warning, CHINESE);
  }

  /** The English message. */
  public String english(WarningDeclaration rule, Warning warning) {
    return filled(rule.messageEn(), rule, warning, ENGLISH);
  }

  private String filled(String text, WarningDeclaration rule, Warning warning, String language) {
    IndicatorDeclaration indicator = library.findIndicator(warning.indicator()).orElseThrow();
    boolean percent = rule.condition() instanceof Change change && change.percent();
    String unit = unit(indicator.unit(), language);
    Map<String, String> values = new HashMap<>();
    values.put("area", name(areas, warning.area(), language));
    values.put("indicator", language.equals(CHINESE) ? indicator.nameZh() : indicator.nameEn());
    values.put("period", warning.period());
    values.put("since", warning.since());
    values.put("unit", unit);
    values.put("value", number(warning.value(), indicator.decimals()));
    values.put(
        "threshold",
        percent
            ? number(warning.threshold(), 1) + "%"
            : number(warning.threshold(), indicator.decimals()));
    values.put(
        "change",
        percent
            ? number(warning.change(), 1) + "%"
            : number(warning.change(), indicator.decimals()));
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }

  /** The unit as it stands behind a number. */
  private String unit(String code, String language) {
    return code.equals("percent") ? "%" : name(units, code, language);
  }

  private static String name(Map<String, Map<String, String>> names, String code, String language) {
    String name = names.getOrDefault(code, Map.of()).getOrDefault(language, "");
    return name.isEmpty() ? code : name;
  }

  private static String number(@Nullable Double value, int decimals) {
    return value == null
        ? ""
        : BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }
}
