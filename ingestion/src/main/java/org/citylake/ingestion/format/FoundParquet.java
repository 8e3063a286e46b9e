package org.citylake.ingestion.format;

import java.util.List;
import java.util.Optional;
import org.citylake.core.declaration.SourceDeclaration.Packing;
import org.citylake.core.declaration.SourceDeclaration.SheetLayout;

/** Takes the columns of a Parquet file and their types from its schema. */
final class FoundParquet {
  private FoundParquet() {}

  static FoundFormat of(DeliveredFile file) {
    List<ParquetColumn> columns = ParquetRecords.columns(file);
    List<String> unreadable =
        columns.stream()
            .filter(column -> column.readAs().isEmpty())
            .map(column -> column.name() + " (" + column.typeName() + ")")
            .toList();
    if (!unreadable.isEmpty()) {
      throw UnknownFormat.of(
          file,
          "a Parquet file with columns whose types are not read: " + String.join(", ", unreadable),
          "write them as text, number, day or time");
    }
    return new FoundFormat(
        FoundFormat.format("parquet", "UTF-8", Packing.NONE, SheetLayout.FOUND, Optional.empty()),
        columns.stream().map(c -> new FoundColumn(c.name(), c.declaredType())).toList(),
        Optional.empty(),
        List.of());
  }
}
