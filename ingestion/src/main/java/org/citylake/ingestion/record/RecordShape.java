package org.citylake.ingestion.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;
import org.citylake.core.declaration.SourceDeclaration.Unpivot;
import org.citylake.ingestion.quality.Finding;
import org.jspecify.annotations.Nullable;

/** Makes the records of one line from its values, in whatever notation they stood. */
final class RecordShape {
  private final Set<String> missingValues;
  private final Optional<Unpivot> unpivot;

  RecordShape(FileFormat format) {
    this.missingValues = new HashSet<>(format.missingValues());
    this.unpivot = format.unpivot();
  }

  /** The text, null when it means that there is no value. */
  @Nullable String value(String text) {
    return text.isEmpty() || missingValues.contains(text) ? null : text;
  }

  /**
   * The records of a line.
   *
   * @param row every property's name with its text, null for a missing value
   */
  ParsedLine records(RecordLine line, Map<String, @Nullable Object> row) {
    return unpivot.isPresent()
        ? unpivoted(line, row, unpivot.get())
        : new ParsedLine(
            List.of(new SourceRecord(line.line(), Optional.empty(), line.bytes(), row, List.of())),
            0);
  }

  /** The one record of a line that cannot be parsed. */
  static ParsedLine refused(RecordLine line, String rule, String message) {
    return refused(line, List.of(Finding.error(rule, message)));
  }

  /** The same, for several reasons. */
  static ParsedLine refused(RecordLine line, List<Finding> findings) {
    return new ParsedLine(
        List.of(new SourceRecord(line.line(), Optional.empty(), line.bytes(), Map.of(), findings)),
        0);
  }

  private static ParsedLine unpivoted(
      RecordLine line, Map<String, @Nullable Object> row, Unpivot unpivot) {
    List<SourceRecord> records = new ArrayList<>();
    Map<String, @Nullable Object> shared = new LinkedHashMap<>(row);
    shared.keySet().removeAll(unpivot.columns());
    for (String column : unpivot.columns()) {
      Object cell = row.get(column);
      if (cell != null) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(shared);
        values.put(SourceRecord.VARIABLE, column);
        values.put(SourceRecord.VALUE, cell);
        records.add(
            new SourceRecord(line.line(), Optional.of(column), line.bytes(), values, List.of()));
      }
    }
    return new ParsedLine(records, unpivot.columns().size() - records.size());
  }
}
