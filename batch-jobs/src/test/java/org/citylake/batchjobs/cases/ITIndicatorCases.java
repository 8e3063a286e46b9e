package org.citylake.batchjobs.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.citylake.batchjobs.spark.SparkLake;
import org.citylake.core.cases.CaseFolders;
import org.citylake.core.cases.CaseResult;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs every {@code tests/<case>/} of every shipped indicator in Spark. */
final class ITIndicatorCases {
  private static final DeclarationLibrary LIBRARY = Shipped.LIBRARY;
  private static final String MEAN = "pm25_annual_mean";
  private static final String CASE = "tests/official_stations_only";

  @TestFactory
  List<DynamicTest> everyCaseGivesItsExpectedRows() {
    IndicatorCases cases = new IndicatorCases(SparkLake.inMemory(), LIBRARY);
    List<DynamicTest> tests = new ArrayList<>();
    for (IndicatorDeclaration indicator : LIBRARY.indicators()) {
      for (Path folder : CaseFolders.of(indicator.folder())) {
        tests.add(
            dynamicTest(
                indicator.code() + "/" + folder.getFileName(),
                () -> assertThat(cases.run(indicator, folder).differences()).isEmpty()));
      }
    }
    assertThat(tests).hasSizeGreaterThanOrEqualTo(14);
    return tests;
  }

  @Test
  void aBrokenFormulaAndAWrongExpectedRowAreToldAsDifferences(@TempDir Path city)
      throws IOException {
    Path shipped = LIBRARY.findIndicator(MEAN).orElseThrow().folder();
    Path formula = city.resolve("formula/indicators").resolve(MEAN);
    Path row = city.resolve("row/indicators").resolve(MEAN);
    copy(shipped, formula);
    copy(shipped, row);
    replace(formula.resolve("indicator.sql"), "sum(mean)", "max(mean)");
    replace(row.resolve(CASE).resolve("expected.csv"), "53.3", "53.4");

    assertThat(runIn(city.resolve("formula")).differences()).isNotEmpty();
    assertThat(runIn(city.resolve("row")).differences())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).startsWith("missing:").contains("53.4"))
        .anySatisfy(line -> assertThat(line).startsWith("unexpected:").contains("53.3"));
  }

  @Test
  void sqlThatCannotRunIsTold(@TempDir Path city) throws IOException {
    Path formula = city.resolve("indicators").resolve(MEAN);
    copy(LIBRARY.findIndicator(MEAN).orElseThrow().folder(), formula);
    replace(formula.resolve("indicator.sql"), "sum(mean)", "sum(meen)");

    assertThat(runIn(city).differences())
        .singleElement()
        .asString()
        .startsWith("cannot be run: ")
        .contains("meen");
  }

  private static CaseResult runIn(Path city) {
    DeclarationLibrary library = DeclarationReader.load(List.of(Shipped.ROOT, city));
    IndicatorDeclaration indicator = library.findIndicator(MEAN).orElseThrow();
    return new IndicatorCases(SparkLake.inMemory(), library)
        .run(indicator, indicator.folder().resolve(CASE));
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
}
