package org.citylake.metrics.export.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.citylake.metrics.export.ExportContents;
import org.citylake.metrics.export.IndexExamples;
import org.citylake.metrics.export.WrittenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestXlsxWriter {
  private static final String INDEX = "small_2015 2015";

  private final Path folder;

  TestXlsxWriter(@TempDir Path folder) {
    this.folder = folder;
  }

  private XSSFWorkbook workbook(ExportContents contents) throws IOException {
    List<WrittenFile> files = new XlsxWriter().write(contents, folder);
    assertThat(files).containsExactly(WrittenFile.of("index_evaluation.xlsx"));
    return new XSSFWorkbook(Files.newInputStream(folder.resolve("index_evaluation.xlsx")));
  }

  private static List<Row> nodes(Sheet sheet) {
    List<Row> rows = new ArrayList<>();
    for (int r = IndexSheet.FIRST_ROW; r <= sheet.getLastRowNum(); r++) {
      rows.add(sheet.getRow(r));
    }
    return rows;
  }

  @ParameterizedTest
  @CsvSource({
    "arithmetic-mean, renormalise",
    "arithmetic-mean, unscored",
    "geometric-mean, renormalise",
    "geometric-mean, unscored"
  })
  void theFormulasGiveThePublishedScores(String method, String missing) throws IOException {
    try (XSSFWorkbook workbook = workbook(IndexExamples.contents(method, missing, "xlsx"))) {
      Sheet sheet = workbook.getSheet(INDEX);
      FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      int formulas = 0;
      int scored = 0;
      for (Row row : nodes(sheet)) {
        for (int unit = 0; unit < 4; unit++) {
          int column = IndexSheet.FIRST_UNIT + unit * 3;
          Cell score = row.getCell(column);
          Cell published = row.getCell(column + 1);
          boolean inner = !row.getCell(5).getStringCellValue().isEmpty();
          if (inner) {
            assertThat(score.getCellType()).isEqualTo(CellType.FORMULA);
            formulas++;
          }
          if (published == null) {
            assertThat(score == null || evaluator.evaluate(score).getStringValue().isEmpty())
                .isTrue();
          } else {
            double recomputed =
                inner ? evaluator.evaluate(score).getNumberValue() : score.getNumericCellValue();
            assertThat(recomputed)
                .as("%s, unit %s", row.getCell(0), unit)
                .isCloseTo(published.getNumericCellValue(), within(1e-9));
            CellValue difference = evaluator.evaluate(row.getCell(column + 2));
            assertThat(difference.getNumberValue()).isCloseTo(0, within(1e-9));
            scored++;
          }
        }
      }
      assertThat(formulas).isEqualTo(12);
      assertThat(scored).isGreaterThan(15);
      assertThat(sheet.getRow(3).getCell(0).getStringCellValue())
          .contains("Every score is recomputed by a formula");
    }
  }

  @Test
  void theScoreAtTheTopIsMultipliedByItsCoefficient() throws IOException {
    try (XSSFWorkbook workbook = workbook(IndexExamples.withCoefficient("xlsx"))) {
      Sheet sheet = workbook.getSheet(INDEX);
      FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      Row top = sheet.getRow(IndexSheet.FIRST_ROW);
      for (int unit = 0; unit < 2; unit++) {
        int column = IndexSheet.FIRST_UNIT + unit * 3;
        assertThat(top.getCell(column).getCellType()).isEqualTo(CellType.FORMULA);
        assertThat(evaluator.evaluate(top.getCell(column)).getNumberValue())
            .isCloseTo(top.getCell(column + 1).getNumericCellValue(), within(1e-9));
      }
      // The third unit has no coefficient, and so no score.
      int third = IndexSheet.FIRST_UNIT + 2 * 3;
      assertThat(top.getCell(third + 1)).isNull();
      assertThat(evaluator.evaluate(top.getCell(third)).getStringValue()).isEmpty();

      Row last = sheet.getRow(sheet.getLastRowNum());
      assertThat(last.getCell(0).getStringCellValue()).isEqualTo("coefficient");
      double before = evaluator.evaluate(top.getCell(IndexSheet.FIRST_UNIT)).getNumberValue();
      last.getCell(IndexSheet.FIRST_UNIT).setCellValue(0.475);
      evaluator.clearAllCachedResultValues();
      assertThat(evaluator.evaluate(top.getCell(IndexSheet.FIRST_UNIT)).getNumberValue())
          .isCloseTo(before / 2, within(1e-9));
    }
  }

  @Test
  void aChangedWeightChangesTheScore() throws IOException {
    ExportContents contents = IndexExamples.contents("arithmetic-mean", "renormalise", "xlsx");
    try (XSSFWorkbook workbook = workbook(contents)) {
      Sheet sheet = workbook.getSheet(INDEX);
      FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      Row root = nodes(sheet).get(0);
      Row readiness = nodes(sheet).get(1);
      Row application = nodes(sheet).get(2);
      Row security = nodes(sheet).get(3);
      assertThat(readiness.getCell(0).getStringCellValue()).isEqualTo("readiness");

      readiness.getCell(IndexSheet.WEIGHT).setCellValue(0);
      application.getCell(IndexSheet.WEIGHT).setCellValue(0);
      evaluator.clearAllCachedResultValues();

      assertThat(evaluator.evaluate(root.getCell(IndexSheet.FIRST_UNIT)).getNumberValue())
          .isCloseTo(security.getCell(IndexSheet.FIRST_UNIT).getNumericCellValue(), within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"copeland", "geometric-mean"})
  void aScoreThatNoFormulaGivesStandsThereItselfAndTheSheetSaysSo(String method)
      throws IOException {
    ExportContents contents =
        IndexExamples.withMethod(
            IndexExamples.contents("arithmetic-mean", "renormalise", "xlsx"), method);
    try (XSSFWorkbook workbook = workbook(contents)) {
      Sheet sheet = workbook.getSheet(INDEX);
      Cell root = nodes(sheet).get(0).getCell(IndexSheet.FIRST_UNIT);

      assertThat(root.getCellType()).isEqualTo(CellType.NUMERIC);
      assertThat(root.getNumericCellValue())
          .isEqualTo(nodes(sheet).get(0).getCell(IndexSheet.FIRST_UNIT + 1).getNumericCellValue());
      assertThat(sheet.getRow(3).getCell(0).getStringCellValue())
          .contains("no formula gives the published score")
          .contains("small, readiness, application");
    }
  }

  @Test
  void textThatLooksLikeAFormulaStaysText() throws IOException {
    ExportContents contents = IndexExamples.contents("arithmetic-mean", "renormalise", "xlsx");
    try (XSSFWorkbook workbook = workbook(contents)) {
      Sheet values = workbook.getSheet("metric.indicator_value");
      int found = 0;
      for (Row row : values) {
        for (Cell cell : row) {
          assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
          if (cell.getCellType() == CellType.STRING && cell.getStringCellValue().equals("=1+1")) {
            found++;
          }
        }
      }
      assertThat(found).isEqualTo(8);
      assertThat(values.getLastRowNum()).isEqualTo(8);
    }
  }

  @Test
  void theFirstSheetSaysWhatItIsAndThatItIsAModelAndSynthetic() throws IOException {
    ExportContents contents = IndexExamples.contents("arithmetic-mean", "renormalise", "xlsx");
    try (XSSFWorkbook workbook = workbook(contents)) {
      StringBuilder text = new StringBuilder();
      for (Row row : workbook.getSheetAt(0)) {
        for (Cell cell : row) {
          text.append(cell.getStringCellValue()).append('\n');
        }
      }
      assertThat(text)
          .contains("20161121-0a1b2c3d", "2016-11-21T00:00:00Z")
          .contains("模型，不是官方指数", "不得作为真实统计使用");
      assertThat(workbook.getSheet(INDEX).getRow(1).getCell(0).getStringCellValue())
          .contains("A model of this platform, no official index");
    }
  }

  @Test
  void theSameContentsGiveTheSameBytes() throws IOException {
    ExportContents contents = IndexExamples.contents("arithmetic-mean", "renormalise", "xlsx");
    Path other = Files.createDirectory(folder.resolve("other"));

    new XlsxWriter().write(contents, folder);
    new XlsxWriter().write(contents, other);

    assertThat(folder.resolve("index_evaluation.xlsx"))
        .hasSameBinaryContentAs(other.resolve("index_evaluation.xlsx"));
  }

  @Test
  void controlCharactersAreLeftOutAndLongTextsAreCutAndSaySo() {
    assertThat(TableSheet.text("a\u0001b\tc")).isEqualTo("ab\tc");
    assertThat(TableSheet.text("x".repeat(40_000)))
        .hasSize(32_767)
        .endsWith("(cut; whole in CSV and JSON)");
  }

  @Test
  void columnsAreNamedAsSpreadsheetsNameThem() {
    assertThat(Cells.column(0)).isEqualTo("A");
    assertThat(Cells.column(25)).isEqualTo("Z");
    assertThat(Cells.column(26)).isEqualTo("AA");
    assertThat(Cells.column(701)).isEqualTo("ZZ");
    assertThat(Cells.column(702)).isEqualTo("AAA");
    assertThat(Cells.sheet("plan_attainment/2015 [x]")).isEqualTo("plan_attainment_2015 _x_");
  }
}
