package org.citylake.ingestion.format;

import java.util.function.UnaryOperator;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.record.RecordParser;
import org.citylake.ingestion.record.RecordReader;
import org.jspecify.annotations.Nullable;

/** The lines of a text file: of CSV those after its header, of JSON Lines all. */
final class TextLines implements DeliveredRecords {
  private final RecordReader lines;
  private UnaryOperator<RecordLine> kept = UnaryOperator.identity();

  private TextLines(RecordReader lines) {
    this.lines = lines;
  }

  /** Opens a file of JSON Lines. */
  static TextLines open(SourceDeclaration source, DeliveredFile file) {
    TextLines opened =
        new TextLines(
            RecordReader.of(
                DeliveredBytes.open(
                    file, source.format().packing(), UnpackLimit.of(System.getenv())),
                source.format()));
    opened.orClosed(() -> opened.requireLine(source, file));
    return opened;
  }

  /** Opens a CSV file and holds its header against the contract. */
  static TextLines openBehindHeader(SourceDeclaration source, DeliveredFile file) {
    TextLines opened = open(source, file);
    opened.orClosed(
        () -> {
          RecordParser parser = new RecordParser(source);
          RecordLine header = opened.lines.next();
          parser.checkHeader(header, file.file());
          opened.kept = line -> parser.kept(header, line);
        });
    return opened;
  }

  @Override
  public @Nullable RecordLine next() {
    return lines.hasNext() ? kept.apply(lines.next()) : null;
  }

  @Override
  public void close() {
    lines.close();
  }

  private void requireLine(SourceDeclaration source, DeliveredFile file) {
    if (!lines.hasNext()) {
      throw RefusedFile.empty(file, source.id());
    }
  }

  private void orClosed(Runnable check) {
    try {
      check.run();
    } catch (RuntimeException e) {
      lines.close();
      throw e;
    }
  }
}
