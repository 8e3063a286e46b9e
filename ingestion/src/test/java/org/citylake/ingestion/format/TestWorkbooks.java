package org.citylake.ingestion.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.SourceDeclaration.SheetLayout;
import org.citylake.ingestion.record.LineParser;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.record.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Workbooks as agencies send them. All names and figures are made up. */
class TestWorkbooks {
  private static final FormatSource PLAIN = FormatSource.of("xlsx", "区", "收入");

  @Test
  void titleUnitTotalsAndNotesStandAroundTheRecords() throws IOException {
    byte[] file =
        workbook(
            book -> {
              Sheet sheet = book.createSheet("收入");
              row(sheet, 1, "各区收入情况表");
              row(sheet, 2, "", "单位：万元");
              row(sheet, 4, "区", "收入");
              row(sheet, 5, "黄浦区", 172.05);
              row(sheet, 6, "合计", 172.05);
              row(sheet, 8, "注：本表为初步统计数");
              sheet.addMergedRegion(CellRangeAddress.valueOf("A8:B8"));
            });
    FormatSource source = PLAIN.sheet(layout(1, "单位：万元", "合计|总计|小计", "注[：:]|填表人"));
    assertThat(source.read(file)).containsExactly("5: {c1=黄浦区, c2=172.05}");
    assertThat(source.missing(file)).isEqualTo(2);
    assertThatThrownBy(() -> PLAIN.sheet(layout(1, "单位：亿元")).read(file))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("says the unit as '单位：亿元' (found: 各区收入情况表 | 单位：万元)");
    assertThat(PLAIN.sheet(SheetLayout.FOUND).read(file).get(2))
        .startsWith("8: merged-cells: A8:B8");
  }

  @Test
  void headerOfTwoRowsIsJoined() throws IOException {
    byte[] file =
        workbook(
            book -> {
              Sheet sheet = book.createSheet("a");
              row(sheet, 1, "区", "收入", "");
              row(sheet, 2, "", "本年", "上年");
              sheet.addMergedRegion(CellRangeAddress.valueOf("A1:A2"));
              sheet.addMergedRegion(CellRangeAddress.valueOf("B1:C1"));
              row(sheet, 3, "黄浦区", 2, 1);
            });
    assertThat(FormatSource.of("xlsx", "区", "收入/本年", "收入/上年").sheet(layout(2, null)).read(file))
        .containsExactly("3: {c1=黄浦区, c2=2, c3=1}");
  }

  @Test
  void numbersAndDaysAreGivenAsTheSheetShowsThem() throws IOException {
    byte[] file =
        workbook(
            book -> {
              Sheet sheet = book.createSheet("a");
              row(sheet, 1, "区", "收入");
              row(sheet, 2, 310101, 0.1 + 0.2);
              row(sheet, 3, "'", LocalDateTime.of(2016, 1, 2, 0, 0));
              style(book, sheet, 3, "yyyy\"年\"m\"月\"d\"日\"");
              row(sheet, 4, true, LocalDateTime.of(2016, 1, 2, 13, 30));
              style(book, sheet, 4, "yyyy-mm-dd hh:mm");
              row(sheet, 5, "=cmd|' /C calc'!A0", 42371);
              CellStyle chinese = book.createCellStyle();
              chinese.setDataFormat((short) 31);
              sheet.getRow(4).getCell(1).setCellStyle(chinese);
            });
    assertThat(PLAIN.sheet(SheetLayout.FOUND).read(file))
        .containsExactly(
            "2: {c1=310101, c2=0.3}",
            "3: {c1=', c2=2016-01-02}",
            "4: {c1=true, c2=2016-01-02T13:30:00}",
            "5: {c1==cmd|' /C calc'!A0, c2=2016-01-02}");
  }

  @Test
  void identityNumbersThatASpreadsheetCutAreRefusedAndNeverRepaired() throws IOException {
    byte[] file =
        workbook(
            book -> {
              Sheet sheet = book.createSheet("a");
              row(sheet, 1, "区", "收入");
              row(sheet, 2, 310101199001011200d, 1);
              row(sheet, 3, "310101199001011234", 123456789012345d);
            });
    List<SourceRecord> records = PLAIN.sheet(SheetLayout.FOUND).records(file);
    assertThat(records.get(0).reasons().get(0))
        .startsWith("damaged-by-spreadsheet: A2 holds a number of 18 digits");
    assertThat(records.get(1).values())
        .containsEntry("c1", "310101199001011234")
        .containsEntry("c2", "123456789012345");
  }

  @Test
  void formulasGiveTheValueThatWasStoredAndErrorsAreRefused() throws IOException {
    byte[] file =
        workbook(
            book -> {
              Sheet sheet = book.createSheet("a");
              row(sheet, 1, "区", "收入");
              row(sheet, 2, "黄浦区", 0);
              row(sheet, 3, "静安区", 0);
              row(sheet, 4, "长宁区", 0);
              sheet.getRow(1).getCell(1).setCellFormula("1+1");
              sheet.getRow(2).getCell(1).setCellFormula("1/0");
              book.getCreationHelper().createFormulaEvaluator().evaluateAll();
              sheet.getRow(3).getCell(1).setCellFormula("2+2");
              ((XSSFCell) sheet.getRow(3).getCell(1)).getCTCell().unsetV();
            });
    assertThat(PLAIN.sheet(SheetLayout.FOUND).read(file))
        .containsExactly(
            "2: {c1=黄浦区, c2=2}",
            "3: formula-error: B3 shows the error #DIV/0!: correct the formula and send it anew",
            "4: formula-error: B4 holds a formula without its value: open the workbook, save it,"
                + " send it anew");
  }

  @Test
  void mergedCellsAndValuesBesideTheTableAreRefusedAgainFromTheirBytes() throws IOException {
    byte[] file =
        workbook(
            book -> {
              Sheet sheet = book.createSheet("a");
              row(sheet, 1, "区", "收入");
              row(sheet, 2, "黄浦区", 1);
              row(sheet, 3, "", 2);
              sheet.addMergedRegion(CellRangeAddress.valueOf("A2:A3"));
              row(sheet, 4, "静安区", 3, "见附件");
            });
    FormatSource source = PLAIN.sheet(SheetLayout.FOUND);
    List<SourceRecord> records = source.records(file);
    assertThat(records.stream().map(r -> r.reasons().get(0).split(":")[0]))
        .containsExactly("merged-cells", "merged-cells", "ragged");
    LineParser parser = LineParser.of(source.build());
    for (SourceRecord record : records) {
      assertThat(
              parser
                  .parse(new RecordLine(record.line(), record.bytes()))
                  .records()
                  .get(0)
                  .reasons())
          .isEqualTo(record.reasons());
    }
    assertThat(new String(records.get(2).bytes(), StandardCharsets.UTF_8))
        .startsWith("{\"区\":\"静安区\",\"收入\":\"3\",\"$refused\":{\"ragged\":");
  }

  @Test
  void sheetsAreReadOneAfterTheOtherAndHiddenOnesOnlyWhenNamed() throws IOException {
    byte[] file =
        workbook(
            book -> {
              for (String name : List.of("浦东", "黄浦", "参数")) {
                Sheet sheet = book.createSheet(name);
                row(sheet, 1, "区", "收入");
                row(sheet, 2, name, 1);
              }
              book.setSheetVisibility(2, SheetVisibility.HIDDEN);
            });
    assertThatThrownBy(() -> PLAIN.sheet(SheetLayout.FOUND).read(file))
        .hasMessageContaining("it has 2 visible sheets (all its sheets: 浦东, 黄浦, 参数 [hidden])");
    assertThat(PLAIN.sheet(sheet("{浦东,黄浦}")).read(file))
        .containsExactly("2: {c1=浦东, c2=1}", "10000002: {c1=黄浦, c2=1}");
    assertThat(PLAIN.sheet(sheet("参数")).read(file)).containsExactly("2: {c1=参数, c2=1}");
  }

  @Test
  void changedColumnsAndAMissingHeaderStop() throws IOException {
    byte[] changed =
        workbook(
            book -> {
              Sheet sheet = book.createSheet("a");
              row(sheet, 1, "区", "税收");
              row(sheet, 2, "黄浦区", 1);
            });
    byte[] without = workbook(book -> row(book.createSheet("a"), 1, "黄浦区", 1));
    assertThatThrownBy(() -> PLAIN.sheet(SheetLayout.FOUND).read(changed))
        .hasMessageContaining("The columns changed in sent, sheet a of source s")
        .hasMessageContaining("\n  - 收入\n  + 税收\n");
    assertThatThrownBy(() -> PLAIN.sheet(SheetLayout.FOUND).read(without))
        .hasMessageContaining("none of the first 20 rows of sent, sheet a names a column");
  }

  @Test
  void whatIsNoWorkbookIsRefusedWhole() throws IOException {
    byte[] old = oldWorkbook(book -> book.createSheet("a"));
    byte[] whole = workbook(book -> row(book.createSheet("a"), 1, "区", "收入"));
    FormatSource source = PLAIN.sheet(SheetLayout.FOUND);
    assertThatThrownBy(() -> source.read(old))
        .hasMessageContaining("it is an old .xls workbook: save it as .xlsx, or say type: xls");
    assertThatThrownBy(() -> source.read("区,收入\n".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("it is no .xlsx workbook, whatever its name says");
    assertThatThrownBy(() -> source.read(Arrays.copyOf(whole, whole.length / 2)))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("was cut off");
  }

  @Test
  void oldWorkbookIsReadLikeANewOne() throws IOException {
    byte[] file =
        oldWorkbook(
            book -> {
              Sheet sheet = book.createSheet("收入");
              row(sheet, 1, "各区收入情况表");
              row(sheet, 2, "", "单位：万元");
              row(sheet, 3, "区", "收入", "");
              row(sheet, 4, "", "本年", "上年");
              sheet.addMergedRegion(CellRangeAddress.valueOf("A3:A4"));
              sheet.addMergedRegion(CellRangeAddress.valueOf("B3:C3"));
              row(sheet, 5, 310101, 0.1 + 0.2, true);
              row(sheet, 6, "静安区", LocalDateTime.of(2016, 1, 2, 0, 0), 310101199001011200d);
              style(book, sheet, 6, "yyyy\"年\"m\"月\"d\"日\"");
              row(sheet, 7, "长宁区", 0, 0);
              sheet.getRow(6).getCell(1).setCellFormula("1+1");
              sheet.getRow(6).getCell(2).setCellFormula("1/0");
              book.getCreationHelper().createFormulaEvaluator().evaluateAll();
              row(sheet, 8, "普陀区", 1, 2, "见附件");
              row(sheet, 9, "虹口区", 1, 2);
              sheet.addMergedRegion(CellRangeAddress.valueOf("B9:C9"));
              row(sheet, 11, "合计", 1, 1);
              Sheet parameters = book.createSheet("参数");
              row(parameters, 1, "区", "收入");
              book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
            });
    FormatSource source =
        FormatSource.of("xls", "区", "收入/本年", "收入/上年").sheet(layout(2, "单位：万元", "合计"));
    List<String> records = source.read(file);
    assertThat(records.get(0)).isEqualTo("5: {c1=310101, c2=0.3, c3=true}");
    assertThat(records.get(1)).startsWith("6: damaged-by-spreadsheet: C6 holds a number of 18");
    assertThat(records.get(2)).startsWith("7: formula-error: C7 shows the error #DIV/0!");
    assertThat(records.get(3)).startsWith("8: ragged: a value stands in column 4");
    assertThat(records.get(4)).startsWith("9: merged-cells: B9:C9 is merged");
    assertThat(records).hasSize(5);
    assertThat(source.missing(file)).isEqualTo(1);
  }

  @Test
  void daysOfAnOldWorkbookAreGivenAsItShowsThemAndHiddenSheetsOnlyWhenNamed() throws IOException {
    byte[] file =
        oldWorkbook(
            book -> {
              for (String name : List.of("浦东", "参数")) {
                Sheet sheet = book.createSheet(name);
                row(sheet, 1, "区", "收入");
                row(sheet, 2, name, 42371);
                style(book, sheet, 2, "yyyy-mm-dd");
              }
              book.setSheetVisibility(1, SheetVisibility.HIDDEN);
            });
    FormatSource source = FormatSource.of("xls", "区", "收入");
    assertThat(source.read(file)).containsExactly("2: {c1=浦东, c2=2016-01-02}");
    assertThat(source.sheet(sheet("参数")).read(file)).containsExactly("2: {c1=参数, c2=2016-01-02}");
  }

  @Test
  void workbooksWithAPasswordAndDamagedOnesSaySo() throws Exception {
    byte[] old =
        oldWorkbook(
            book -> {
              Sheet sheet = book.createSheet("a");
              row(sheet, 1, "区", "收入");
              for (int i = 2; i < 500; i++) {
                row(sheet, i, "区" + i, i);
              }
            });
    FormatSource xls = FormatSource.of("xls", "区", "收入");
    assertThat(xls.read(old)).hasSize(498);
    Biff8EncryptionKey.setCurrentUserPassword("secret");
    byte[] locked;
    try {
      locked = oldWorkbook(book -> row(book.createSheet("a"), 1, "区", "收入"));
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    assertThatThrownBy(() -> xls.read(locked))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("it is a workbook with a password: save it without one");
    ByteArrayOutputStream lockedXml = new ByteArrayOutputStream();
    EncryptionInfo encryption = new EncryptionInfo(EncryptionMode.agile);
    encryption.getEncryptor().confirmPassword("secret");
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      try (OutputStream out = encryption.getEncryptor().getDataStream(files)) {
        out.write(workbook(book -> row(book.createSheet("a"), 1, "区", "收入")));
      }
      files.writeFilesystem(lockedXml);
    }
    assertThatThrownBy(() -> PLAIN.sheet(SheetLayout.FOUND).read(lockedXml.toByteArray()))
        .hasMessageContaining("it is a workbook with a password: save it without one");
    for (int length : List.of(8, 600, old.length / 2, old.length - 600)) {
      assertThatThrownBy(() -> xls.read(Arrays.copyOf(old, length)))
          .isInstanceOf(CityLakeException.class)
          .hasMessageContaining("it is no whole .xls workbook");
    }
    assertThatThrownBy(() -> xls.read(workbook(book -> book.createSheet("a"))))
        .hasMessageContaining("it is no .xls workbook, whatever its name says");
  }

  @Test
  void longSheetIsReadRowByRow() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (SXSSFWorkbook book = new SXSSFWorkbook(100)) {
      Sheet sheet = book.createSheet("a");
      row(sheet, 1, "区", "收入");
      for (int i = 2; i <= 50_001; i++) {
        row(sheet, i, "区" + i, i);
      }
      book.write(bytes);
    }
    long rows = 0;
    try (DeliveredRecords records =
        DeliveredRecords.open(
            PLAIN.sheet(SheetLayout.FOUND).build(),
            FormatSource.file("long.xlsx", bytes.toByteArray()))) {
      while (records.next() != null) {
        rows++;
      }
    }
    assertThat(rows).isEqualTo(50_000);
  }

  private static SheetLayout layout(int headerRows, @Nullable String unit, String... skip) {
    return new SheetLayout(
        Optional.empty(),
        headerRows,
        Optional.empty(),
        Optional.ofNullable(unit).map(Pattern::compile),
        Arrays.stream(skip).map(Pattern::compile).toList());
  }

  private static SheetLayout sheet(String glob) {
    return new SheetLayout(Optional.of(glob), 1, Optional.empty(), Optional.empty(), List.of());
  }

  private static byte[] oldWorkbook(Consumer<HSSFWorkbook> fill) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      fill.accept(book);
      book.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] workbook(Consumer<XSSFWorkbook> fill) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = bytes) {
      fill.accept(book);
      book.write(out);
    }
    return bytes.toByteArray();
  }

  private static void row(Sheet sheet, int number, Object... values) {
    Row row = sheet.createRow(number - 1);
    for (int i = 0; i < values.length; i++) {
      Cell cell = row.createCell(i);
      if (values[i] instanceof Number value) {
        cell.setCellValue(value.doubleValue());
      } else if (values[i] instanceof Boolean value) {
        cell.setCellValue(value);
      } else if (values[i] instanceof LocalDateTime value) {
        cell.setCellValue(value);
      } else if (!values[i].equals("")) {
        cell.setCellValue(values[i].toString());
      }
    }
  }

  private static void style(
      org.apache.poi.ss.usermodel.Workbook book, Sheet sheet, int number, String format) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    sheet.getRow(number - 1).getCell(1).setCellStyle(style);
  }
}
