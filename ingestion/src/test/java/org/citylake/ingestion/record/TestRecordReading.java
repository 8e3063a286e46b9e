package org.citylake.ingestion.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.LogicalType;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.Delivery;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;
import org.junit.jupiter.api.Test;

class TestRecordReading {
  @Test
  void linesEndWithOrWithoutCarriageReturnAndEmptyOnesAreNoRecords() {
    assertThat(lines("UTF-8", false, "\uFEFFa,b\r\n1,2\n\n3,4".getBytes(StandardCharsets.UTF_8)))
        .containsExactly("1:a,b", "2:1,2", "4:3,4");
  }

  @Test
  void openQuoteCostsOneLine() {
    SourceDeclaration source = source("UTF-8", false);
    List<SourceRecord> records = parse(source, "a,b\n\"x,1\ny,2\n");
    assertThat(records.get(0).reasons().get(0)).startsWith("malformed: a quote is opened");
    assertThat(new String(records.get(0).bytes(), StandardCharsets.UTF_8)).isEqualTo("\"x,1");
    assertThat(records.get(1).values()).containsEntry("a", "y").containsEntry("b", "2");
  }

  @Test
  void multilineRecordKeepsItsFirstLineNumberAndAllBytes() {
    List<SourceRecord> records = parse(source("UTF-8", true), "a,b\n\"x\ny\",1\nz,2\n");
    assertThat(records.get(0).line()).isEqualTo(2);
    assertThat(records.get(0).values()).containsEntry("a", "x\ny");
    assertThat(records.get(1).line()).isEqualTo(4);
  }

  @Test
  void quoteThatIsNeverClosedInMultilineCostsOneLine() {
    List<SourceRecord> records = parse(source("UTF-8", true), "a,b\n\"x,1\ny,2\n");
    assertThat(records).hasSize(2);
    assertThat(records.get(0).accepted()).isFalse();
    assertThat(records.get(1).accepted()).isTrue();
  }

  @Test
  void wrongByteIsNamedWithItsPlace() {
    byte[] gbk = "a,b\n静安,1\n".getBytes(Charset.forName("GBK"));
    RecordParser parser = new RecordParser(source("UTF-8", false));
    SourceRecord record = parser.parse(reader("UTF-8", false, gbk).get(1)).records().get(0);
    assertThat(record.reasons())
        .containsExactly(
            "encoding: byte 1 of the line (0xBE) is not UTF-8: send the file in UTF-8, or correct"
                + " the contract's encoding");
  }

  @Test
  void theTwoEditionsOfGb18030ReadTheSameBytesDifferently() {
    byte[] bytes = {'a', ',', 'b', '\n', (byte) 0xA6, (byte) 0xD9, ',', '1'};
    assertThat(first("GB18030-2022", bytes)).isEqualTo("\uFE10");
    assertThat(first("GB18030-2000", bytes)).isEqualTo("\uE78D");
  }

  @Test
  void raggedLineSaysHowManyValuesItHas() {
    assertThat(parse(source("UTF-8", false), "a,b\n1\n").get(0).reasons().get(0))
        .startsWith("ragged: 1 values where the contract has 2 columns");
  }

  @Test
  void changedColumnsStopWithTheDifference() {
    RecordLine header = new RecordLine(1, "a,c".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> new RecordParser(source("UTF-8", false)).checkHeader(header, "x.csv"))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("The columns changed in x.csv of source s")
        .hasMessageContaining("\n  - b\n  + c\n");
  }

  @Test
  void keyPartsAreEncodedAndEqualValuesHashAlike() {
    DataContract contract = source("UTF-8", false).contract();
    assertThat(new BusinessKey(contract).of(Map.of("a", "x/y%", "b", "1"))).isEqualTo("x%2Fy%25");
    assertThat(RowHash.of(Map.of("a", new java.math.BigDecimal("1.50"))))
        .isEqualTo(RowHash.of(Map.of("a", 1.5d)));
  }

  private static String first(String encoding, byte[] bytes) {
    RecordLine line = reader(encoding, false, bytes).get(1);
    return String.valueOf(
        new RecordParser(source(encoding, false)).parse(line).records().get(0).values().get("a"));
  }

  private static List<SourceRecord> parse(SourceDeclaration source, String text) {
    RecordParser parser = new RecordParser(source);
    List<SourceRecord> records = new ArrayList<>();
    List<RecordLine> lines =
        reader("UTF-8", source.format().multiline(), text.getBytes(StandardCharsets.UTF_8));
    lines.subList(1, lines.size()).forEach(l -> records.addAll(parser.parse(l).records()));
    return records;
  }

  private static List<String> lines(String encoding, boolean multiline, byte[] bytes) {
    return reader(encoding, multiline, bytes).stream()
        .map(l -> l.line() + ":" + new String(l.bytes(), StandardCharsets.UTF_8))
        .toList();
  }

  private static List<RecordLine> reader(String encoding, boolean multiline, byte[] bytes) {
    List<RecordLine> lines = new ArrayList<>();
    try (RecordReader reader =
        RecordReader.of(new ByteArrayInputStream(bytes), source(encoding, multiline).format())) {
      reader.forEachRemaining(lines::add);
    }
    return lines;
  }

  private static SourceDeclaration source(String encoding, boolean multiline) {
    return new SourceDeclaration(
        "s",
        "d",
        Path.of("."),
        new DataContract(
            "s", "1.0.0", "", "", "", List.of(column("a", 1), column("b", 0)), List.of(), Map.of()),
        new FileFormat(
            "csv", encoding, ',', List.of(), multiline, Delivery.INCREMENT, Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "hash");
  }

  private static ContractProperty column(String name, int key) {
    return new ContractProperty(
        name,
        name,
        1,
        LogicalType.STRING,
        "string",
        false,
        key,
        "",
        "",
        "general-1",
        "",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of());
  }
}
