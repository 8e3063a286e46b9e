package org.citylake.batchjobs.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.indicator.IndicatorProducer;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.TableDeclaration;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs every {@code tests/<case>/} of every indicator in Spark. */
final class ITIndicatorCases {
  private static final DeclarationLibrary LIBRARY = CaseRelations.LIBRARY;
  private static final String MEAN = "pm25_annual_mean";
  private static final String CASE = "tests/official_stations_only";
  private static final TableDeclaration TABLE =
      LIBRARY.findTable(IndicatorProducer.TABLE).orElseThrow();

  @TestFactory
  List<DynamicTest> everyCaseGivesItsExpectedRows() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (IndicatorDeclaration indicator : LIBRARY.indicators()) {
      for (Path folder : CaseRelations.cases(indicator.folder())) {
        tests.add(
            dynamicTest(
                indicator.code() + "/" + folder.getFileName(),
                () -> run(LIBRARY, indicator, folder)));
      }
    }
    assertThat(tests).hasSizeGreaterThanOrEqualTo(14);
    return tests;
  }

  @Test
  void aBrokenFormulaAndAWrongExpectedRowFail(@TempDir Path city) throws IOException {
    Path shipped = LIBRARY.findIndicator(MEAN).orElseThrow().folder();
    Path formula = city.resolve("formula/indicators").resolve(MEAN);
    Path row = city.resolve("row/indicators").resolve(MEAN);
    copy(shipped, formula);
    copy(shipped, row);
    replace(formula.resolve("indicator.sql"), "sum(mean)", "max(mean)");
    replace(row.resolve(CASE).resolve("expected.csv"), "53.3", "53.4");

    assertThatThrownBy(() -> runIn(city.resolve("formula"))).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> runIn(city.resolve("row")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("53.4");
  }

  private static void runIn(Path city) throws IOException {
    DeclarationLibrary library = DeclarationReader.load(List.of(CaseRelations.ROOT, city));
    IndicatorDeclaration indicator = library.findIndicator(MEAN).orElseThrow();
    run(library, indicator, indicator.folder().resolve(CASE));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private static void replace(Path file, String text, String by) throws IOException {
    String before = Files.readString(file, StandardCharsets.UTF_8);
    assertThat(before).contains(text);
    Files.writeString(file, before.replace(text, by), StandardCharsets.UTF_8);
  }

  private static void run(DeclarationLibrary library, IndicatorDeclaration indicator, Path folder)
      throws IOException {
    IndicatorProducer producer = new IndicatorProducer(TABLE, library, List.of(indicator), "test");
    Relations relations = CaseRelations.of(folder, producer.inputs());
    CaseTable expected = CaseTable.read(folder.resolve("expected.csv"));

    Dataset<Row> values = producer.rows(relations);

    assertThat(expected.lines(values)).as(folder.toString()).isEqualTo(expected.lines());
  }
}
