package org.citylake.ingestion.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.citylake.core.CityLakeException;
import org.citylake.core.contract.LogicalType;
import org.citylake.ingestion.record.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestParquetFiles {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  @Test
  void valuesAreTextsWithAllTheirDigits() throws IOException {
    byte[] file =
        file(
            "optional binary name (STRING); optional double v; optional float f;"
                + " optional fixed_len_byte_array(9) d (DECIMAL(20,4)); optional int64 u"
                + " (INTEGER(64,false)); optional boolean b; optional int32 day (DATE);"
                + " optional int64 at (TIMESTAMP(MICROS,true)); optional int64 local"
                + " (TIMESTAMP(MILLIS,false));",
            row ->
                row.append("name", "静安区")
                    .append("v", 0.1)
                    .append("f", 1e-7f)
                    .append("d", Binary.fromConstantByteArray(nineBytes("12345678901234567800")))
                    .append("u", -1L)
                    .append("b", true)
                    .append("day", 16802)
                    .append("at", 1451700000000001L)
                    .append("local", 1451700000000L),
            row -> {});
    FormatSource source =
        FormatSource.of("parquet", "name")
            .column("v", LogicalType.NUMBER, "double")
            .column("f", LogicalType.NUMBER, "double")
            .column("d", LogicalType.NUMBER, "decimal(20,4)")
            .column("u", LogicalType.INTEGER, "long")
            .column("b", LogicalType.BOOLEAN, "boolean")
            .column("day", LogicalType.DATE, "date")
            .column("at", LogicalType.TIMESTAMP, "timestamptz")
            .column("local", LogicalType.TIMESTAMP, "timestamptz");
    assertThat(source.read(file))
        .containsExactly(
            "1: {c1=静安区, c2=0.1, c3=0.0000001, c4=1234567890123456.7800,"
                + " c5=18446744073709551615, c6=true, c7=2016-01-02,"
                + " c8=2016-01-02T02:00:00.000001Z, c9=2016-01-02T02:00:00}",
            "2: {c1=null, c2=null, c3=null, c4=null, c5=null, c6=null, c7=null, c8=null, c9=null}");
  }

  @Test
  void columnsAreFoundByNameAndInGroups() throws IOException {
    byte[] file =
        file(
            "optional group location { required double lon; } required binary id (STRING);",
            row -> {
              row.append("id", "1");
              row.addGroup("location").append("lon", 121.47);
            },
            row -> row.append("id", "2"));
    FormatSource source =
        FormatSource.of("parquet", "id").column("location/lon", LogicalType.NUMBER, "double");
    assertThat(source.read(file)).containsExactly("1: {c1=1, c2=121.47}", "2: {c1=2, c2=null}");
    SourceRecord record = source.records(file).get(0);
    assertThat(new String(record.bytes(), StandardCharsets.UTF_8))
        .isEqualTo("{\"location/lon\":\"121.47\",\"id\":\"1\"}");
  }

  @Test
  void otherColumnsAndOtherTypesStopWithTheDifference() throws IOException {
    byte[] file =
        file(
            "required binary id (STRING); required int64 v;",
            r -> r.append("id", "1").append("v", 1L));
    assertThatThrownBy(() -> FormatSource.of("parquet", "id", "w").read(file))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("The columns changed in sent of source s")
        .hasMessageContaining("\n  - w\n  + v\n");
    assertThatThrownBy(() -> FormatSource.of("parquet", "id", "v").read(file))
        .hasMessageContaining("v is INT64, the contract says string");
    byte[] lists = file("repeated int64 v;", r -> r.append("v", 1L));
    assertThatThrownBy(() -> FormatSource.of("parquet", "v").read(lists))
        .hasMessageContaining("its column v holds lists");
  }

  @Test
  void brokenFilesAreRefusedWhole() throws IOException {
    byte[] file = file("required binary id (STRING);", r -> r.append("id", "1234567890"));
    FormatSource source = FormatSource.of("parquet", "id");
    assertThatThrownBy(() -> source.read(Arrays.copyOf(file, file.length - 1)))
        .hasMessageContaining("it was cut off while it was sent");
    assertThatThrownBy(() -> source.read("id\n1\n".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("it is no Parquet file, whatever its name says");
    byte[] damaged = file.clone();
    Arrays.fill(damaged, 6, 40, (byte) 0x5A);
    assertThatThrownBy(() -> source.read(damaged))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("it is damaged");
  }

  @SafeVarargs
  private byte[] file(String columns, Consumer<Group>... rows) throws IOException {
    MessageType schema = MessageTypeParser.parseMessageType("message m { " + columns + " }");
    Path path = folder.resolve("file" + System.nanoTime() + ".parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(path))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .build()) {
      for (Consumer<Group> fill : rows) {
        Group row = new SimpleGroup(schema);
        fill.accept(row);
        writer.write(row);
      }
    }
    return Files.readAllBytes(path);
  }

  private static byte[] nineBytes(String unscaled) {
    byte[] number = new BigInteger(unscaled).toByteArray();
    byte[] padded = new byte[9];
    System.arraycopy(number, 0, padded, 9 - number.length, number.length);
    return padded;
  }
}
