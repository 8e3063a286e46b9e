package org.citylake.metrics.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file for each table, {@code TABLE.FORMAT}.
 *
 * @param writer writes one
 */
record TableFiles(TableFileWriter writer) implements ContentsWriter {
  @Override
  public String format() {
    return writer.format();
  }

  @Override
  public List<WrittenFile> write(ExportContents contents, Path folder) throws IOException {
    List<WrittenFile> files = new ArrayList<>();
    for (ExportTable table : contents.tables()) {
      String name = table.name() + "." + writer.format();
      files.add(WrittenFile.of(name, table, writer.write(table, folder.resolve(name))));
    }
    return files;
  }
}
