package org.citylake.ingestion.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** Copies the first records of a Parquet file into one of the same schema. */
public final class ParquetExcerpt {
  private final Map<String, String> replaced;

  private ParquetExcerpt(Map<String, String> replaced) {
    this.replaced = replaced;
  }

  /**
   * The bytes of the excerpt.
   *
   * @param most number of records
   * @param replaced names of columns (groups before, joined by a slash) to the text that stands in
   *     place of their values
   */
  public static byte[] of(DeliveredFile file, int most, Map<String, String> replaced) {
    try {
      Path folder = Files.createTempDirectory("parquet-excerpt");
      Path excerpt = folder.resolve("excerpt.parquet");
      try {
        new ParquetExcerpt(replaced).write(file, most, excerpt);
        return Files.readAllBytes(excerpt);
      } finally {
        Files.deleteIfExists(excerpt);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write an excerpt of " + file.file(), e);
    }
  }

  private void write(DeliveredFile file, int most, Path excerpt) throws IOException {
    try (ParquetFileReader reader = ParquetRecords.reader(file)) {
      MessageType schema = reader.getFileMetaData().getSchema();
      try (ParquetWriter<Group> writer =
          ExampleParquetWriter.builder(new LocalOutputFile(excerpt))
              .withConf(new PlainParquetConfiguration())
              .withType(schema)
              .build()) {
        long left = most;
        for (PageReadStore pages = reader.readNextRowGroup();
            pages != null && left > 0;
            pages = reader.readNextRowGroup()) {
          RecordReader<Group> records =
              new ColumnIOFactory()
                  .getColumnIO(schema)
                  .getRecordReader(pages, new GroupRecordConverter(schema));
          for (long i = Math.min(left, pages.getRowCount()); i > 0; i--, left--) {
            SimpleGroup copy = new SimpleGroup(schema);
            copy(records.read(), copy, "");
            writer.write(copy);
          }
        }
      }
    }
  }

  private void copy(Group from, Group to, String prefix) {
    GroupType type = from.getType();
    for (int field = 0; field < type.getFieldCount(); field++) {
      if (from.getFieldRepetitionCount(field) == 0) {
        continue;
      }
      Type column = type.getType(field);
      String name = prefix + column.getName();
      if (!column.isPrimitive()) {
        copy(from.getGroup(field, 0), to.addGroup(field), name + "/");
      } else if (replaced.containsKey(name)) {
        invented(to, field, column.asPrimitiveType(), replaced.getOrDefault(name, ""));
      } else {
        value(from, to, field, column.asPrimitiveType());
      }
    }
  }

  /** A value that stands for a personal one: of numbers without an invented one it is 0. */
  private static void invented(Group to, int field, PrimitiveType type, String text) {
    boolean digits = text.matches("[0-9]{1,18}");
    boolean day = type.getLogicalTypeAnnotation() instanceof DateLogicalTypeAnnotation;
    switch (type.getPrimitiveTypeName()) {
      case INT32 -> to.add(field, day ? (int) LocalDate.parse(text).toEpochDay() : 0);
      case INT64 -> to.add(field, digits ? Long.parseLong(text) : 0L);
      case FLOAT -> to.add(field, 0f);
      case DOUBLE -> to.add(field, 0d);
      case BOOLEAN -> to.add(field, false);
      case BINARY -> to.add(field, text);
      case FIXED_LEN_BYTE_ARRAY, INT96 ->
          to.add(
              field,
              org.apache.parquet.io.api.Binary.fromConstantByteArray(
                  new byte[type.getTypeLength()]));
    }
  }

  private static void value(Group from, Group to, int field, PrimitiveType type) {
    switch (type.getPrimitiveTypeName()) {
      case INT32 -> to.add(field, from.getInteger(field, 0));
      case INT64 -> to.add(field, from.getLong(field, 0));
      case FLOAT -> to.add(field, from.getFloat(field, 0));
      case DOUBLE -> to.add(field, from.getDouble(field, 0));
      case BOOLEAN -> to.add(field, from.getBoolean(field, 0));
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> to.add(field, from.getBinary(field, 0));
    }
  }
}
