package org.citylake.metrics.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.metrics.index.panel.Datum;
import org.citylake.metrics.index.panel.Panel;

/** Reads panels written in tests: lines {@code unit indicator value [target [direction]]}. */
final class Panels {
  private Panels() {}

  /** {@code -} stands for nothing. */
  static Panel of(String text) {
    List<Datum> data = new ArrayList<>();
    for (String line : text.strip().lines().toList()) {
      String[] cells = line.strip().split("\\s+");
      Double value = cells[2].equals("-") ? null : Double.valueOf(cells[2]);
      Double target = cells.length < 4 || cells[3].equals("-") ? null : Double.valueOf(cells[3]);
      Direction direction =
          cells.length < 5
              ? Direction.HIGHER
              : Direction.valueOf(cells[4].toUpperCase(Locale.ROOT));
      data.add(
          new Datum(
              cells[0],
              "2015",
              cells[1],
              value,
              value == null ? Datum.MISSING : "reported",
              target,
              direction,
              List.of("city.observation?source_key=" + cells[0] + cells[1])));
    }
    return Panel.of(data);
  }
}
