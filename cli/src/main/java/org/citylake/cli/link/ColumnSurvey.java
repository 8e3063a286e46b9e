package org.citylake.cli.link;

import java.util.List;
import java.util.Optional;
import org.citylake.entities.linkage.configuration.ColumnMatching;
import org.citylake.entities.linkage.configuration.InputColumns;
import org.citylake.entities.linkage.table.RecordTableBuilder;

/** Reads inputs one by one to tell which of their columns hold the same. */
final class ColumnSurvey {
  private ColumnSurvey() {}

  /**
   * Matches the inputs' columns by name and by what they hold.
   *
   * @param id the ids' column of every input; empty to have one looked for in each
   * @param ignored columns that are left out
   */
  static List<InputColumns> match(
      List<LinkSource> sources, LinkHeaders headers, Optional<String> id, List<String> ignored) {
    ColumnMatching matching = new ColumnMatching();
    for (LinkSource source : sources) {
      List<String> columns = headers.columns(source.name());
      RecordTableBuilder records = new RecordTableBuilder(List.of(source.name()), columns);
      LinkRecords.read(source, columns, records);
      matching.add(
          source.name(),
          records,
          columns.stream().filter(c -> !ignored.contains(c)).toList(),
          id.or(() -> RecordIds.find(records, columns, ignored)));
    }
    return matching.match();
  }
}
