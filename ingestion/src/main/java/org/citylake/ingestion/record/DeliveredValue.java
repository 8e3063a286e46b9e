package org.citylake.ingestion.record;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.QualityRule.Severity;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;
import org.citylake.core.declaration.SourceDeclaration.Width;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.type.BadValueException;
import org.citylake.ingestion.type.FullWidth;
import org.citylake.ingestion.type.ShownValue;
import org.citylake.ingestion.type.ValueType;

/**
 * Reads what agencies write around a value, as far as the contract allows it: full-width digits and
 * signs, and marks beside a number such as the {@code L} of {@code 0.01L}.
 */
final class DeliveredValue {
  private final ContractProperty property;
  private final ValueType type;
  private final ShownValue shown;
  private final Map<String, String> qualifiers;
  private final boolean fold;

  DeliveredValue(ContractProperty property, ZoneId zone, FileFormat format) {
    this.property = property;
    this.shown = ShownValue.of(property);
    this.type = ValueType.of(property, zone, shown);
    this.qualifiers = property.qualifiers();
    this.fold = format.width() == Width.FOLD && !property.physicalType().equals("string");
  }

  /**
   * The typed value; a number with a mark adds the warning {@code qualified}.
   *
   * @throws BadValueException when the text is no value of the column's type
   */
  Object read(String delivered, List<Finding> findings) throws BadValueException {
    String text = fold ? FullWidth.fold(delivered) : delivered;
    for (Map.Entry<String, String> qualifier : qualifiers.entrySet()) {
      String mark = qualifier.getKey();
      if (text.startsWith(mark) || text.endsWith(mark)) {
        Object value = type.parse(without(text, mark));
        findings.add(
            new Finding(
                "qualified",
                property.physicalName()
                    + " is "
                    + shown.of(delivered)
                    + ": "
                    + qualifier.getValue()
                    + "; the number is kept",
                Severity.WARN));
        return value;
      }
    }
    return type.parse(text);
  }

  private static String without(String text, String mark) {
    return text.startsWith(mark)
        ? text.substring(mark.length()).strip()
        : text.substring(0, text.length() - mark.length()).strip();
  }
}
