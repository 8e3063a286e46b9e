package org.citylake.ingestion.connector;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.SourceDeclaration;

/** Writes rows as a CSV delivery of a source: its columns, encoding and delimiter. */
final class DeliveryCsv implements Closeable {
  private final CsvWriter csv;
  private long rows;

  /** Begins the file with its header. */
  DeliveryCsv(SourceDeclaration source, Path file) throws IOException {
    String encoding = source.format().encoding();
    Writer writer =
        new OutputStreamWriter(
            Files.newOutputStream(file),
            Charset.forName(encoding.startsWith("GB18030") ? "GB18030" : encoding)
                .newEncoder()
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .onMalformedInput(CodingErrorAction.REPORT));
    this.csv = CsvWriter.builder().fieldSeparator(source.format().delimiter()).build(writer);
    csv.writeRecord(
        source.contract().properties().stream().map(ContractProperty::physicalName).toList());
  }

  void write(List<String> row) {
    csv.writeRecord(row);
    rows++;
  }

  long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
