package org.citylake.ingestion.generate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * How often each fault stands in the extracts of one kind of agency, 0..1; {@code lag-days} is a
 * median in days.
 */
final class FaultRates {
  private static final List<String> TABLES =
      List.of("fault_rates_person.csv", "fault_rates_legal_entity.csv");

  private final Map<String, Double> rates = new HashMap<>();

  private FaultRates() {}

  /** No faults, full coverage. */
  static FaultRates none() {
    return new FaultRates();
  }

  /**
   * The rates of a column of the shipped tables.
   *
   * @throws CityLakeException of kind DATA when no table has it
   */
  static FaultRates of(String column) {
    FaultRates found = new FaultRates();
    for (String table : TABLES) {
      for (Map<String, String> row : Resource.rows(table)) {
        String rate = row.get(column);
        if (rate != null) {
          found.rates.put(row.getOrDefault("fault", ""), Double.parseDouble(rate));
        }
      }
    }
    if (found.rates.isEmpty()) {
      throw new CityLakeException(
          Kind.DATA, "Cannot find the fault rates '" + column + "' in " + TABLES);
    }
    return found;
  }

  /** The rate of a fault; 0 where it is not listed. */
  double of(Fault fault) {
    return rates.getOrDefault(fault.id(), 0.0);
  }

  /** Median days until a change shows; 0 where it is not listed. */
  double lagDays() {
    return rates.getOrDefault("lag-days", 0.0);
  }
}
