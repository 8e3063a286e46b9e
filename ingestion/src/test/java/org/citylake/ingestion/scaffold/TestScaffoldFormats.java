package org.citylake.ingestion.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.linuxense.javadbf.DBFDataType;
import com.linuxense.javadbf.DBFField;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.ingestion.Shipped;
import org.citylake.ingestion.cases.SourceCases;
import org.citylake.ingestion.format.ShapefileWriter;
import org.citylake.ingestion.record.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestScaffoldFormats {
  private static final String FEATURE =
      "{\"type\":\"Feature\",\"properties\":{\"id\":\"P1\",\"%s\":\"某人\"},"
          + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[121.4,31.2]}}";

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls"})
  void aTableIsFoundBelowItsTitleWithItsUnitAndWithoutTotalsAndNotes(String type)
      throws IOException {
    byte[] file = workbook(type.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook());

    SourceScaffold scaffold = scaffold("table", file);

    assertThat(scaffold.contract())
        .contains(
            "type: " + type,
            "header-rows: 2",
            "unit-note: 单\\s*位\\s*[:：]\\s*万元",
            "skip-rows: [合\\s*计, '备?注[:：]', 区财政局发布]",
            "physicalName: 收入/上半年",
            "physicalType: decimal(19,1)",
            "{property: unit, value: cny_10k}",
            "value: {万元: with-its-unit}");
    assertThat(accepted(scaffold))
        .containsExactly("[甲街道, 1200.5, 1300]", "[乙街道, 980.0, 1005]", "[丙街道, null, 700]");
  }

  @Test
  void parquetKeepsItsTypesAndItsCaseHasNobodysName() throws IOException {
    SourceScaffold scaffold =
        scaffold(
            "device.parquet",
            parquet(
                "required binary id (STRING); optional binary 姓名 (STRING); optional double v;"
                    + " optional int64 n; optional int32 出生日期 (DATE);"));

    assertThat(scaffold.columns())
        .extracting(ColumnGuess::type)
        .containsExactly("string", "string", "double", "long", "date");
    assertThat(accepted(scaffold)).containsExactly("[d1, 样例甲, 0.5, 7, 1949-12-31]");
  }

  @Test
  void jsonLinesPackedByGzipGiveNestedColumnsAndACasePackedLikewise() throws IOException {
    byte[] file =
        gzip("{\"id\":1,\"file\":\"a\",\"at\":{\"lon\":121.40}}\n{\"id\":2,\"ok\":true}\n");

    SourceScaffold scaffold = scaffold("log.jsonl.gz", file);

    assertThat(scaffold.contract())
        .contains("{type: jsonl, encoding: UTF-8, compression: gzip, delivery: increment}");
    assertThat(scaffold.columns())
        .extracting(c -> c.header() + " " + c.name() + " " + c.type())
        .containsExactly(
            "id id int", "file file_2 string", "at/lon at_lon decimal(20,2)", "ok ok boolean");
    assertThat(scaffold.caseInput().name()).isEqualTo("input.jsonl.gz");
    assertThat(accepted(scaffold)).hasSize(2);
  }

  @Test
  void aPersonalGeoJsonCaseShowsNeitherNameNorPlace() throws IOException {
    SourceScaffold scaffold = scaffold("home.json", features("户主姓名"));

    assertThat(new String(scaffold.caseInput().bytes(), StandardCharsets.UTF_8))
        .contains("样例甲", "[121.47,31.23]")
        .doesNotContain("某人", "121.4,");
    assertThat(scaffold.contract()).contains("{type: geojson, crs: 'EPSG:4326'");
    assertThat(accepted(scaffold)).containsExactly("[P1, 样例甲, POINT (121.47 31.23)]");
  }

  @Test
  void aShapefileTellsItsSystemAndEncodingAndIsItsOwnCase() throws IOException {
    byte[] file = shapefile("名称");

    SourceScaffold scaffold = scaffold("grid.zip", file);

    assertThat(scaffold.contract())
        .contains("{type: shapefile, encoding: GB18030-2022, crs: 'EPSG:4490'");
    assertThat(scaffold.caseInput().bytes()).isEqualTo(file);
    assertThat(accepted(scaffold)).hasSize(1);
    SourceScaffold personal = scaffold("home.zip", shapefile("姓名"));
    assertThatThrownBy(personal::caseInput)
        .isInstanceOfSatisfying(
            CityLakeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.USER))
        .hasMessageContaining("seems to hold personal data in [姓名, geometry]");
  }

  @Test
  void aZipWithOneFileIsWhatIsInside() throws IOException {
    byte[] file =
        ShapefileWriter.zip(Map.of("a.csv", "a,b\n1,x\n".getBytes(StandardCharsets.UTF_8)));

    assertThat(scaffold("a.zip", file).contract()).contains("type: csv", "compression: zip");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          t.xls     | <html>             | it is HTML or XML
          a.json    | [{"a":1}]          | one JSON array
          a.json    | {"type":"Topology"}| a JSON object of type 'Topology'
          a.jsonl   | a,b                | named as JSON and begins with no {
          a.csv     | %PDF-1.7           | a PDF document
          a.xlsx    | Rar!               | a RAR archive
          """)
  void otherKindsAreRefusedByName(String name, String content, String recognised)
      throws IOException {
    assertThatThrownBy(() -> scaffold(name, content.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(CityLakeException.class, e -> assertThat(e.exitCode()).isEqualTo(2))
        .hasMessageContaining(recognised);
  }

  @Test
  void archivesOfSeveralFilesAndPackedWorkbooksAreRefused() {
    byte[] text = "a\n1\n".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> scaffold("x.zip", ShapefileWriter.zip(Map.of("a", text, "b", text))))
        .hasMessageContaining("a zip archive of 2 files");
    assertThatThrownBy(() -> scaffold("x.gz", gzip("PAR1....")))
        .hasMessageContaining("a packed file (GZIP) with parquet inside");
  }

  /** Values of the accepted rows of the case, read by the contract that was written. */
  private List<String> accepted(SourceScaffold scaffold) throws IOException {
    Path source = folder.resolve("city/ingestion/sources/economy/sample_case");
    Path test = Files.createDirectories(source.resolve("tests/sample"));
    Files.writeString(source.resolve("contract.odcs.yaml"), scaffold.contract());
    CaseFile input = scaffold.caseInput();
    Path file = Files.write(test.resolve(input.name()), input.bytes());
    Files.writeString(test.resolve("accepted.csv"), "line\n");
    Files.writeString(test.resolve("quarantined.csv"), "line,reasons\n");
    var library = Shipped.libraryWith(folder.resolve("city"));
    List<SourceRecord> records =
        SourceCases.records(library, library.findSource("sample_case").orElseThrow(), file);
    assertThat(records).allSatisfy(r -> assertThat(r.accepted()).isTrue());
    return records.stream().map(r -> r.values().values().toString()).toList();
  }

  private SourceScaffold scaffold(String name, byte[] file) throws IOException {
    return SourceScaffold.of(
        "sample_case",
        "economy",
        SampleFile.read(Files.write(folder.resolve(name), file)),
        Map.of("万元", "cny_10k"));
  }

  private static byte[] workbook(Workbook book) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (book) {
      row(book.createSheet("内部"), 0, "王某");
      Sheet sheet = book.createSheet("收入");
      book.setSheetHidden(0, true);
      book.setActiveSheet(1);
      row(sheet, 0, "各街道收入（单位：万元）");
      row(sheet, 1, "街道", "收入");
      row(sheet, 2, "", "上半年", "下半年");
      row(sheet, 3, "甲街道", 1200.5, 1300);
      row(sheet, 4, "乙街道", "980万元", 1005);
      row(sheet, 5, "丙街道", "", 700);
      row(sheet, 6, "合计", 2180.5, 3005);
      row(sheet, 7, "注：初步数");
      row(sheet, 8, "区财政局发布于三月");
      for (String range : List.of("A1:C1", "A2:A3", "B2:C2")) {
        sheet.addMergedRegion(CellRangeAddress.valueOf(range));
      }
      book.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static void row(Sheet sheet, int number, Object... values) {
    Row row = sheet.createRow(number);
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Number value) {
        row.createCell(i).setCellValue(value.doubleValue());
      } else if (!values[i].equals("")) {
        row.createCell(i).setCellValue(values[i].toString());
      }
    }
  }

  private byte[] parquet(String columns) throws IOException {
    MessageType schema = MessageTypeParser.parseMessageType("message sent {" + columns + "}");
    Path file = folder.resolve("made.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .build()) {
      for (String id : List.of("d1", "d2")) {
        writer.write(
            new SimpleGroup(schema)
                .append("id", id)
                .append("姓名", "某人" + id)
                .append("v", 0.5)
                .append("n", 7L)
                .append("出生日期", 1));
      }
    }
    return Files.readAllBytes(file);
  }

  private static byte[] features(String name) {
    return ("{\"type\":\"FeatureCollection\",\"features\":["
            + FEATURE.formatted(name)
            + ","
            + FEATURE.formatted(name).replace("P1", "P2")
            + "]}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] shapefile(String column) {
    DBFField text = new DBFField();
    text.setName(column);
    text.setType(DBFDataType.CHARACTER);
    text.setLength(20);
    return new ShapefileWriter("GBK", text)
        .feature("POLYGON ((121.4 31.2, 121.41 31.2, 121.41 31.21, 121.4 31.2))", "甲")
        .note("prj", ShapefileWriter.CHINA_2000)
        .zip();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
