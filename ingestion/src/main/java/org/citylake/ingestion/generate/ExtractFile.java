package org.citylake.ingestion.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.Compression;
import org.jspecify.annotations.Nullable;

/** The file of an extract while it is written. */
interface ExtractFile extends AutoCloseable {
  /** Writes a row, its texts in the contract's order. */
  void row(List<@Nullable String> texts) throws IOException;

  /** Lines before the first record. */
  int linesBefore();

  @Override
  void close() throws IOException;

  /** Why files of the source are not written; empty when they are. */
  static Optional<String> unwritten(SourceDeclaration source) {
    if (source.format().packing().compression() != Compression.NONE) {
      return Optional.of("packed files are not written yet");
    }
    String type = source.format().type();
    return type.equals("csv") || type.equals("shapefile")
        ? Optional.empty()
        : Optional.of("files of type " + type + " are not written yet");
  }

  /** The end of the file's name. */
  static String ending(SourceDeclaration source) {
    return source.format().type().equals("shapefile") ? "zip" : "csv";
  }

  /** Begins the file. */
  static ExtractFile open(SourceDeclaration source, Path file) throws IOException {
    return source.format().type().equals("shapefile")
        ? new ShapefileExtract(source, file)
        : new CsvExtract(source, file);
  }
}
