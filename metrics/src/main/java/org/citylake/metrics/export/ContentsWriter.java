package org.citylake.metrics.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes what an export holds in one format. */
public interface ContentsWriter {

  /** The format as declarations name it. */
  String format();

  /**
   * Writes files that do not exist yet. The same contents give the same bytes.
   *
   * @return the files, at least one
   * @throws IOException when a file cannot be written; a part of it may be left
   */
  List<WrittenFile> write(ExportContents contents, Path folder) throws IOException;
}
