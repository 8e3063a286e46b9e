package org.citylake.metrics.index.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.citylake.metrics.index.exchange.CoinToolFixture.set;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.citylake.core.CityLakeException;
import org.citylake.metrics.index.exchange.CoinrImport.Imported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TestCoinToolWorkbook {
  private final Path file;

  TestCoinToolWorkbook(@TempDir Path folder) {
    this.file = folder.resolve("COIN_Tool.xlsx");
  }

  @Test
  void theTreeHasTheLevelsThatAreUsedWithWeightsAndDirections() throws IOException {
    Imported imported = imported(CoinToolFixture.write(file, book -> {}));

    assertThat(imported.document().path("index").asText()).isEqualTo("index");
    assertThat(nodes(imported))
        .containsExactly(
            "Index   Test index",
            "p.01 Index 1 Transport",
            "p.02 Index 3 Knowledge",
            "Ind.01 p.01 1 Roads",
            "Ind.02 p.01 2 Delay",
            "Ind.03 p.02 1 Patents",
            "Ind.04 p.02 1 Pupils");
    JsonNode tree = imported.document().path("tree");
    assertThat(tree.path(4).path("direction").asText()).isEqualTo("lower");
    assertThat(tree.path(5).path("goalposts")).hasToString("[0,50]");
    assertThat(tree.path(6).has("goalposts")).isFalse();
  }

  @Test
  void dataComeWithUnitCodesAndMissingValues() throws IOException {
    Imported imported = imported(CoinToolFixture.write(file, book -> {}));

    assertThat(imported.header()).containsExactly("unit", "Ind.01", "Ind.02", "Ind.03", "Ind.04");
    assertThat(imported.lines()).hasSize(5);
    assertThat(imported.lines().get(1)).isEqualTo(List.of("U2", "2.0", "", "20.0", "7.0"));
  }

  @Test
  void theHeadingsOfTheOldToolStandOneRowBelow() throws IOException {
    Imported imported =
        imported(
            CoinToolFixture.write(file, book -> book.getSheet("Framework").shiftRows(3, 20, 1)));

    assertThat(nodes(imported)).contains("p.02 Index 3 Knowledge");
  }

  @Test
  void savedValuesOfFormulasAreRead() throws IOException {
    Imported imported =
        imported(
            CoinToolFixture.write(
                file,
                book -> {
                  set(book, "Database", "E17", "=E18*10");
                  set(book, "Database", "F17", "=IF(E18>100,1,\"n/a\")");
                  set(book, "Database", "E16", "=CONCATENATE(\"Ind\",\".10\")");
                  set(book, "Database", "I17", "=IF(E18>100,1,\"\")");
                  FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
                  evaluator.evaluateAll();
                }));

    assertThat(imported.header()).containsExactly("unit", "Ind.10", "Ind.02", "Ind.03", "Ind.04");
    assertThat(imported.lines().get(0)).isEqualTo(List.of("U1", "20.0", "", "10.0", "9.0"));
  }

  /** What is changed, the cell that the message names, and the rule. */
  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("E18", "two", "Database!E18", "not-a-number"),
        Arguments.of("E18", "1,5", "Database!E18", "not-a-number"),
        Arguments.of("E18", "NaN", "Database!E18", "not-a-number"),
        Arguments.of("E18", "=E17*2", "Database!E18", "error-in-cell"),
        Arguments.of("E7", "heavy", "Database!E7", "not-a-number"),
        Arguments.of("E7", -1, "Database!E16", "weight-not-positive"),
        Arguments.of("E8", 2, "Database!E16", "direction-wrong"),
        Arguments.of("F16", "Ind.01", "Database!F16", "code-twice"),
        Arguments.of("F16", "n/a", "Database!F16", "code-missing"),
        Arguments.of("F16", "../x", "Database!F16", "code-form"),
        Arguments.of("F16", "=1+1", "Database!F16", "error-in-cell"),
        Arguments.of("C18", "U1", "Database!C18", "unit-twice"),
        Arguments.of("C18", "n/a", "Database!C18", "unit-empty"),
        Arguments.of("C316", "U300", "Database!C316", "unit-beyond-form"),
        Arguments.of("E13", "p.09", "Database!E13", "group-unknown"),
        Arguments.of("E13", "--", "Database!E13", "group-missing"));
  }

  @ParameterizedTest(name = "{3}: {0} = {1}")
  @MethodSource("faults")
  void aCellThatCannotBeUsedIsNamed(String address, Object value, String place, String rule)
      throws IOException {
    CoinToolFixture.write(file, book -> set(book, "Database", address, value));

    assertThatThrownBy(() -> imported(file))
        .isInstanceOfSatisfying(
            CityLakeException.class,
            e -> assertThat(e.kind()).isEqualTo(CityLakeException.Kind.DATA))
        .hasMessageContaining("COIN_Tool.xlsx " + place + " [" + rule + "]");
  }

  @Test
  void anErrorOfExcelIsNoMissingValue() throws IOException {
    CoinToolFixture.write(
        file,
        book -> {
          set(book, "Database", "E18", "=1/0");
          book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });

    assertThatThrownBy(() -> imported(file))
        .hasMessageContaining("Database!E18 [error-in-cell]")
        .hasMessageContaining("#DIV/0!");
  }

  @Test
  void aGroupInTwoPlacesIsNamed() throws IOException {
    CoinToolFixture.write(
        file,
        book -> {
          set(book, "Database", "E12", "si.02");
          set(book, "Framework", "C11", "si.02");
          set(book, "Framework", "H11", "Second");
        });

    assertThatThrownBy(() -> imported(file))
        .hasMessageContaining("Database!F13 [two-parents]")
        .hasMessageContaining("in si.02 and in si.01");
  }

  @Test
  void everyFaultIsToldAtOnce() throws IOException {
    CoinToolFixture.write(
        file,
        book -> {
          set(book, "Database", "E18", "two");
          set(book, "Database", "G20", "forty");
          set(book, "Framework", "E7", "much");
        });

    assertThatThrownBy(() -> imported(file))
        .hasMessageContaining("3 problems")
        .hasMessageContaining("Database!E18")
        .hasMessageContaining("Database!G20")
        .hasMessageContaining("Framework!E7");
  }

  @Test
  void aWorkbookWithoutValuesIsNamed() throws IOException {
    Files.deleteIfExists(file);
    CoinToolFixture.write(
        file,
        book -> {
          book.removeSheetAt(0);
          book.createSheet("Database");
        });

    assertThatThrownBy(() -> imported(file)).hasMessageContaining("[no-data]");
  }

  private static Imported imported(Path file) {
    CoinToolWorkbook read = CoinToolWorkbook.read(file);
    return CoinrImport.of(read.data(), read.meta(), "", "2020", 2020);
  }

  private static List<String> nodes(Imported imported) {
    return Stream.iterate(0, i -> i < imported.document().path("tree").size(), i -> i + 1)
        .map(i -> imported.document().path("tree").path(i))
        .map(
            n ->
                n.path("code").asText()
                    + " "
                    + n.path("parent").asText()
                    + " "
                    + n.path("weight").asText()
                    + " "
                    + n.path("name-en").asText())
        .toList();
  }
}
