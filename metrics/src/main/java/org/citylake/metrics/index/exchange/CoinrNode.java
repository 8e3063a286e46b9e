package org.citylake.metrics.index.exchange;

import java.util.Optional;
import java.util.OptionalDouble;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.NumberText;

/**
 * A line of COINr's iMeta.
 *
 * @param line the line
 * @param code iCode
 * @param type Indicator, Aggregate, Group, Denominator or Other
 * @param level 1 for indicators, the highest for the index; 0 where there is none
 * @param table the table that it stands in
 * @param problems takes cells that cannot be used
 */
record CoinrNode(
    CoinrTable.Line line,
    String code,
    String type,
    int level,
    CoinrTable table,
    Problems problems) {

  boolean is(String wanted) {
    return type.equals(wanted);
  }

  Optional<String> text(String column) {
    return line.find(column);
  }

  OptionalDouble number(String column) {
    Optional<String> text = line.find(column);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    OptionalDouble number = NumberText.find(text.get());
    if (number.isPresent()) {
      return number;
    }
    problem("not-a-number", column + " = " + text.get(), "The cell has to be a number");
    return OptionalDouble.empty();
  }

  Optional<Boolean> flag(String column) {
    Optional<String> text = line.find(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return switch (text.get().toUpperCase(java.util.Locale.ROOT)) {
      case "TRUE", "T", "1" -> Optional.of(true);
      case "FALSE", "F", "0" -> Optional.of(false);
      default -> {
        problem("not-a-flag", column + " = " + text.get(), "The cell has to be TRUE or FALSE");
        yield Optional.empty();
      }
    };
  }

  void problem(String rule, String value, String message) {
    table.problem(line, problems, rule, code + ": " + value, message);
  }
}
