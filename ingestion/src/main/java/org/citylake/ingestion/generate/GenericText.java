package org.citylake.ingestion.generate;

import com.github.curiousoddman.rgxgen.RgxGen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.QualityRule;

/**
 * Texts of a column made from its contract alone: by the example with its digits drawn anew, else
 * by the pattern.
 */
final class GenericText {
  private static final int ATTEMPTS = 20;

  private final ContractProperty property;
  private final List<Pattern> patterns = new ArrayList<>();

  GenericText(ContractProperty property) {
    this.property = property;
    property.pattern().map(Pattern::compile).ifPresent(patterns::add);
    for (QualityRule rule : property.quality()) {
      if (rule.metric().equals("invalidValues") && rule.arguments().containsKey("pattern")) {
        patterns.add(Pattern.compile(String.valueOf(rule.arguments().get("pattern"))));
      }
    }
  }

  /** Whether every pattern of the column accepts a text. */
  boolean fits(String text) {
    return patterns.stream().allMatch(p -> p.matcher(text).matches());
  }

  /**
   * A text of the column's form.
   *
   * @param draw the draws of the column in this row
   */
  String text(SampleRecord record, Draw draw) {
    if (property.name().contains("uscc") || property.name().contains("credit_code")) {
      Optional<String> code = GenericIdentifier.creditCode(draw, record.entity(), this::fits);
      if (code.isPresent()) {
        return code.get();
      }
    }
    String like = property.examples().isEmpty() ? "样例0001" : draw.pick("like", property.examples());
    if (GenericGeometry.shape(like)) {
      return GenericGeometry.moved(like, record.draw());
    }
    boolean numbered = patterns.isEmpty() && like.chars().noneMatch(Character::isDigit);
    for (int i = 0; i < ATTEMPTS; i++) {
      String text =
          property.primaryKeyPosition() > 0 && i == 0
              ? counted(like, record.serial())
              : redrawn(numbered ? like + "00" : like, draw.at("try", i));
      if (fits(text)) {
        return text;
      }
    }
    return patterns.isEmpty()
        ? like
        : RgxGen.parse(patterns.get(0).pattern()).generate(new Random(draw.bits("expression")));
  }

  /** The example with its last digits the running number. */
  private static String counted(String like, long serial) {
    StringBuilder text = new StringBuilder(like);
    long rest = serial;
    for (int i = text.length() - 1; i >= 0 && rest > 0; i--) {
      if (digit(text.charAt(i))) {
        text.setCharAt(i, (char) ('0' + rest % 10));
        rest /= 10;
      }
    }
    return rest > 0 ? text.append(rest).toString() : text.toString();
  }

  private static String redrawn(String like, Draw draw) {
    StringBuilder text = new StringBuilder(like);
    for (int i = 0; i < text.length(); i++) {
      if (digit(text.charAt(i))) {
        text.setCharAt(i, (char) ('0' + draw.below("digit " + i, 10)));
      }
    }
    return text.toString();
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
