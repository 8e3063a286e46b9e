package org.citylake.ingestion.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.citylake.core.CityLakeException;
import org.citylake.core.cases.CaseResult;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.home.Home;
import org.citylake.ingestion.MemoryStore;
import org.citylake.ingestion.Shipped;
import org.citylake.ingestion.cases.SourceCases;
import org.citylake.ingestion.quarantine.QuarantineLog;
import org.citylake.ingestion.replay.QuarantineReplay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources of other formats than CSV, from their declaration to the replay of what was refused. */
class TestFormatLoading {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  private final MemoryStore store = new MemoryStore();
  private Instant now = Instant.parse("2026-11-21T00:00:00Z");

  @Test
  void packedFileWithItsColumnsInAnotherOrder() throws IOException {
    loadsRefusesAndReplays(
        "{type: csv, encoding: GBK, compression: gzip, header: by-name, delivery: increment}",
        "csv.gz",
        gzip("收入（万元）,区\n1.5,黄浦区\n-1,静安区\n"));
  }

  @Test
  void jsonLines() throws IOException {
    loadsRefusesAndReplays(
        "{type: jsonl, delivery: increment}",
        "jsonl",
        "{\"区\":\"黄浦区\",\"收入(万元)\":1.50}\n{\"区\":\"静安区\",\"收入(万元)\":-1}\n"
            .getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void workbook() throws IOException {
    Path file = folder.resolve("made.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      XSSFSheet sheet = book.createSheet("收入");
      row(sheet, "各区收入", "");
      row(sheet, "区", "收入(万元)");
      row(sheet, "黄浦区", 1.5);
      row(sheet, "静安区", -1);
      row(sheet, "合计", 0.5);
      try (OutputStream out = Files.newOutputStream(file)) {
        book.write(out);
      }
    }
    LoadResult load =
        loadsRefusesAndReplays(
            "{type: xlsx, skip-rows: [合计], delivery: increment}", "xlsx", Files.readAllBytes(file));
    assertThat(load.missing()).isOne();
  }

  @Test
  void fileThatWasCutOffLoadsNothing() throws IOException {
    byte[] whole = gzip("区,收入(万元)\n黄浦区,1.5\n静安区,2.5\n");
    SourceDeclaration source =
        library(
                "{type: csv, encoding: GBK, compression: gzip, delivery: increment}",
                "0",
                "csv.gz",
                whole)
            .findSource("income")
            .orElseThrow();
    Path cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length - 10));
    assertThatThrownBy(() -> loader(Shipped.library()).load(source, cut, DAY))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("Cannot read cut.csv.gz, nothing was loaded: it is damaged");
    assertThat(store.commits()).isZero();
  }

  /** One record is good; the other is refused until the contract allows what it says. */
  private LoadResult loadsRefusesAndReplays(String format, String ending, byte[] file)
      throws IOException {
    DeclarationLibrary strict = library(format, "0", ending, file);
    SourceDeclaration source = strict.findSource("income").orElseThrow();
    Path sent = Files.write(folder.resolve("sent." + ending), file);

    LoadResult load = loader(strict).load(source, sent, DAY);
    assertThat(List.of(load.arrived(), load.accepted(), load.quarantined()))
        .containsExactly(2L, 1L, 1L);
    assertThat(load.reasons()).containsOnlyKeys("range");

    DeclarationLibrary mild = library(format, "-5", ending, file);
    SourceDeclaration mended = mild.findSource("income").orElseThrow();
    assertThat(
            new QuarantineReplay(log(), new LoadLog(store), loader(mild)).replay(mended).passed())
        .isOne();
    assertThat(store.rows("raw.income"))
        .extracting(row -> row.get("district") + "=" + row.get("revenue"))
        .containsExactly("黄浦区=1.5000", "静安区=-1.0000");
    assertThat(SourceCases.run(mild, mended)).allMatch(CaseResult::passed);
    return load;
  }

  private DeclarationLibrary library(String format, String minimum, String ending, byte[] file)
      throws IOException {
    Path source = folder.resolve("city" + minimum).resolve("sources/economy/income");
    Path test = Files.createDirectories(source.resolve("tests/one"));
    Files.writeString(
        source.resolve("contract.odcs.yaml"),
        CONTRACT.replace("MINIMUM", minimum).replace("FORMAT", format));
    Files.write(test.resolve("input." + ending), file);
    Files.writeString(test.resolve("accepted.csv"), "district,revenue\n黄浦区,1.5\n静安区,-1\n");
    Files.writeString(test.resolve("quarantined.csv"), "line,reasons\n");
    return Shipped.libraryWith(folder.resolve("city" + minimum));
  }

  private Loader loader(DeclarationLibrary library) {
    now = now.plusSeconds(1);
    return new Loader(
        store, home(), library, TestLoader.keys(home()), Clock.fixed(now, ZoneOffset.UTC));
  }

  private QuarantineLog log() {
    return new QuarantineLog(store, TestLoader.keys(home()));
  }

  private Home home() {
    return new Home(folder.resolve("home"));
  }

  private static void row(XSSFSheet sheet, String first, Object second) {
    Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
    row.createCell(0).setCellValue(first);
    if (second instanceof Number number) {
      row.createCell(1).setCellValue(number.doubleValue());
    } else {
      row.createCell(1).setCellValue(second.toString());
    }
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(Charset.forName("GBK")));
    }
    return bytes.toByteArray();
  }

  private static final String CONTRACT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: income
      name: Income
      version: 1.0.0
      status: active
      domain: economy
      schema:
        - name: income
          physicalName: income
          physicalType: table
          businessName: Income
          description: Each row is one district, made up.
          properties:
            - name: district
              physicalName: 区
              logicalType: string
              physicalType: string
              required: true
              primaryKey: true
              primaryKeyPosition: 1
              classification: general-1
              description: district
              customProperties:
                - {property: fieldId, value: 1}
                - {property: nameZh, value: 区}
            - name: revenue
              physicalName: 收入(万元)
              logicalType: number
              physicalType: decimal(18,4)
              classification: general-1
              description: revenue in 10000 CNY
              logicalTypeOptions: {minimum: MINIMUM}
              customProperties:
                - {property: fieldId, value: 2}
                - {property: nameZh, value: 收入}
          customProperties:
            - {property: nameZh, value: 样例收入}
            - {property: format, value: FORMAT}
            - property: directory
              value:
                resource-code: 000000/1
                provider-zh: 样例
                provider-en: Sample
                sharing: unconditional
                opening: unconditional
                update-cycle: yearly
                basis: invented
                security-level: general-1
                authoritative: false
      """;
}
