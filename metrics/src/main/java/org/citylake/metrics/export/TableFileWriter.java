package org.citylake.metrics.export;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes a table in one format. CSV and JSON are written here; a format that needs an engine's
 * library, such as Parquet, is handed in by who has that library.
 */
public interface TableFileWriter {

  /** The format as declarations name it, also the file's ending: csv, json, parquet. */
  String format();

  /**
   * Writes the table into a file that does not exist yet. The same table gives the same bytes.
   *
   * @return how many rows were written
   * @throws IOException when the file cannot be written; a part of it may be left
   */
  long write(ExportTable table, Path file) throws IOException;
}
