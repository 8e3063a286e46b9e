package org.citylake.cli.run;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.json.ContentHash;
import org.citylake.core.json.Json;
import org.citylake.lakehouse.catalog.LakeCatalog;

/**
 * What figures are computed from: raw tables, those that streams fill and what stewards decided
 * about links, at their newest.
 */
final class Inputs {
  /** The tables that the sensor readings job appends to, quarantine aside. */
  private static final List<String> STREAMED =
      List.of("city.air_quality_day", "city.air_quality_year", "city.sensor_reading");

  private Inputs() {}

  /** Table to the snapshot that it is at. */
  static Map<String, Long> pin(RunContext context) {
    Map<String, Long> inputs = new TreeMap<>();
    for (SourceDeclaration source : context.library().sources()) {
      String table = "raw." + source.id();
      if (!source.replayed() && context.live().exists(table)) {
        inputs.put(table, current(context.live(), table));
      }
    }
    inputs.put(StewardTables.LINKS, current(context.live(), StewardTables.LINKS));
    STREAMED.forEach(table -> inputs.put(table, current(context.live(), table)));
    return inputs;
  }

  /** SHA-256 over everything that figures are a function of. */
  static String fingerprint(RunContext context, Map<String, Long> inputs) {
    return ContentHash.of(
        Json.line(
            Map.of(
                "code",
                context.codeVersion(),
                "declarations",
                context.declarations().hash(),
                "inputs",
                inputs)));
  }

  static long current(LakeCatalog live, String table) {
    return Objects.requireNonNull(live.load(table).currentSnapshot(), table).snapshotId();
  }
}
