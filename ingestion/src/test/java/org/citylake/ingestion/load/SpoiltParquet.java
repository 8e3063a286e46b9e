package org.citylake.ingestion.load;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** The good rows as a Parquet file, and files whose schema is another one. */
final class SpoiltParquet {
  private static final String SCHEMA =
      "required binary key (STRING); optional binary name (STRING); optional int32 age;"
          + " optional int32 born_on (DATE); optional int64 amount (DECIMAL(10,2));";

  private SpoiltParquet() {}

  static byte[] good() throws IOException {
    return file(SCHEMA, true);
  }

  /** A file without rows, in which a part of the schema is replaced. */
  static byte[] with(String part, String other) throws IOException {
    return file(SCHEMA.replace(part, other), false);
  }

  private static byte[] file(String columns, boolean rows) throws IOException {
    MessageType schema = MessageTypeParser.parseMessageType("message sent {" + columns + "}");
    Path file = Files.createTempDirectory("parquet").resolve("sent.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .build()) {
      if (rows) {
        writer.write(row(schema, "k1", "样例一", 30, "1986-01-02", "12.50"));
        writer.write(row(schema, "k2", "样例二", 0, "2016-12-31", "0.00"));
        writer.write(new SimpleGroup(schema).append("key", "k3").append("name", "样例三"));
      }
    }
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    return bytes;
  }

  private static Group row(
      MessageType schema, String key, String name, int age, String day, String amount) {
    return new SimpleGroup(schema)
        .append("key", key)
        .append("name", name)
        .append("age", age)
        .append("born_on", (int) LocalDate.parse(day).toEpochDay())
        .append("amount", new BigDecimal(amount).unscaledValue().longValueExact());
  }
}
