package org.citylake.metrics.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.citylake.core.contract.DataContract;

/**
 * A table to be exported.
 *
 * @param name {@code namespace.table}
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param columns in the order of the files
 * @param rows column name to value: String, Integer, Long, Double, Boolean, BigDecimal, LocalDate,
 *     OffsetDateTime, List of String or Map of String to Long; a null value or a missing key is no
 *     value. Iterated once per format, so it gives the same rows in the same order each time
 */
public record ExportTable(
    String name,
    String nameZh,
    String nameEn,
    List<ExportColumn> columns,
    Iterable<? extends Map<String, ?>> rows) {
  public ExportTable {
    columns = List.copyOf(columns);
  }

  /** A table with the columns of its contract and with rows sorted by its key, held in memory. */
  public static ExportTable of(DataContract contract, Iterable<? extends Map<String, ?>> rows) {
    List<Map<String, ?>> sorted = new ArrayList<>();
    rows.forEach(sorted::add);
    List<String> key = contract.primaryKey().stream().map(p -> p.name()).toList();
    sorted.sort(
        Comparator.comparing(
            row -> key.stream().map(name -> CellText.of(row.get(name))).toList(),
            ExportTable::compareTexts));
    return new ExportTable(
        contract.id(),
        contract.nameZh(),
        contract.nameEn(),
        contract.properties().stream()
            .map(
                p ->
                    new ExportColumn(
                        p.name(), p.physicalType(), p.nameZh(), p.description(), p.unit()))
            .toList(),
        sorted);
  }

  private static int compareTexts(List<String> a, List<String> b) {
    for (int i = 0; i < a.size(); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
