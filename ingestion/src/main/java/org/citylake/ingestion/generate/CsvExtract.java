package org.citylake.ingestion.generate;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.citylake.core.declaration.SourceDeclaration;
import org.jspecify.annotations.Nullable;

/** An extract as CSV, written row by row. */
final class CsvExtract implements ExtractFile {
  private final LineFormat format;
  private final Writer out;

  CsvExtract(SourceDeclaration source, Path file) throws IOException {
    this.format = new LineFormat(source);
    this.out = Files.newBufferedWriter(file, format.charset());
    out.write(format.header() + "\n");
  }

  @Override
  public void row(List<@Nullable String> texts) throws IOException {
    out.write(format.line(texts) + "\n");
  }

  @Override
  public int linesBefore() {
    return 1;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
