package org.citylake.ingestion.format;

import java.io.Closeable;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.record.RecordLine;
import org.jspecify.annotations.Nullable;

/**
 * The records of a delivered file in its order, each as bytes that can be parsed alone: the line of
 * a text file as it came, or the record of any other kind as one JSON object.
 */
public interface DeliveredRecords extends Closeable {
  /**
   * The next record, null after the last.
   *
   * @throws CityLakeException of kind DATA when the file breaks off or cannot be read on: then
   *     nothing of it may be loaded
   */
  @Nullable RecordLine next();

  @Override
  void close();

  /**
   * Opens a file of the source.
   *
   * @throws CityLakeException of kind DATA when the file as a whole is refused: it is empty, packed
   *     otherwise than agreed, or its columns differ from the contract's
   */
  static DeliveredRecords open(SourceDeclaration source, DeliveredFile file) {
    return switch (source.format().type()) {
      case "csv" -> TextLines.openBehindHeader(source, file);
      case "xlsx", "xls" -> WorkbookRecords.open(source, file);
      case "parquet" -> ParquetRecords.open(source, file);
      case "shapefile" -> ShapefileRecords.open(source, file);
      case "geojson" -> FeatureRecords.open(source, file);
      case "jsonl" -> TextLines.open(source, file);
      default ->
          throw new CityLakeException(
              CityLakeException.Kind.DATA,
              "Cannot read format type '" + source.format().type() + "' of " + source.id());
    };
  }
}
