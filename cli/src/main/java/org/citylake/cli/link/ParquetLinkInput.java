package org.citylake.cli.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.iceberg.Files;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.jspecify.annotations.Nullable;

/** A Parquet file; values of all types as texts, what is nested too. */
final class ParquetLinkInput implements LinkInput {
  private final Path file;
  private final Schema schema;

  private ParquetLinkInput(Path file, Schema schema) {
    this.file = file;
    this.schema = schema;
  }

  static LinkInput open(Path file) {
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            new LocalInputFile(file),
            ParquetReadOptions.builder(new PlainParquetConfiguration()).build())) {
      return new ParquetLinkInput(
          file, ParquetSchemaUtil.convert(reader.getFileMetaData().getSchema()));
    } catch (IOException | RuntimeException e) {
      // The library fails in many ways on a footer that is none.
      throw new CityLakeException(
          Kind.DATA, "Cannot read " + file + " as Parquet: " + e.getMessage(), e);
    }
  }

  @Override
  public List<String> columns() {
    return schema.columns().stream().map(NestedField::name).map(String::strip).toList();
  }

  @Override
  public void forEach(Consumer<@Nullable String[]> taker) {
    int columns = schema.columns().size();
    try (CloseableIterable<Record> records =
        Parquet.read(Files.localInput(file.toFile()))
            .project(schema)
            .createReaderFunc(type -> GenericParquetReaders.buildReader(schema, type))
            .build()) {
      for (Record record : records) {
        @Nullable String[] values = new @Nullable String[columns];
        for (int c = 0; c < columns; c++) {
          Object value = record.get(c);
          values[c] = value == null ? null : LinkInput.trimmed(value.toString());
        }
        taker.accept(values);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  @Override
  public void close() {
    // Nothing stays open between the footer and the records.
  }
}
