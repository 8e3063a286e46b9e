package org.citylake.core.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.citylake.core.CityLakeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestDeclarationReader {
  private Path folder;
  private CityFolder city;

  @BeforeEach
  void makeCity(@TempDir Path temporary) {
    folder = temporary;
    city = new CityFolder(folder.resolve("shipped"));
  }

  @Test
  void rightDeclarationsBecomeRecords() {
    ReadResult result = DeclarationReader.read(List.of(city.root()));

    assertThat(result.problems()).isEmpty();
    DeclarationLibrary library = result.library();
    SourceDeclaration census = library.findSource("census").orElseThrow();
    assertThat(census.domain()).isEqualTo("population");
    assertThat(census.format().unpivot().orElseThrow().columns()).containsExactly("census_2010");
    assertThat(census.mapping().orElseThrow().columns()).containsOnlyKeys("ref_area", "value");
    assertThat(census.origin().orElseThrow().deliveries()).hasSize(1);
    TableDeclaration figure = library.findTable("city.figure").orElseThrow();
    assertThat(figure.contract().properties()).hasSize(4);
    assertThat(figure.checks())
        .containsExactly(
            new TableDeclaration.TableCheck("positive", true, "select * from this where value < 0"),
            new TableDeclaration.TableCheck(
                "known", false, "select * from this where value is null"));
    assertThat(library.findTable("metric.total").orElseThrow().inputs())
        .containsExactly("city.figure");
    IndicatorDeclaration people = library.findIndicator("people").orElseThrow();
    assertThat(people.multiplier()).isEqualTo(BigDecimal.ONE);
    assertThat(people.minimum()).contains(BigDecimal.ZERO);
    assertThat(library.editions().get(0).id()).isEqualTo("comfort/2015");
    assertThat(library.editions().get(0).steps())
        .containsEntry(
            "normalise", new EditionDeclaration.Step("min-max", java.util.Map.of("high", 10)));
    assertThat(library.loadCodelist("unit_measure").find("square, km")).isPresent();
    assertThat(library.pages()).hasSize(1);
    assertThat(library.exports()).hasSize(1);
  }

  @Test
  void theContentHashChangesWithTheDeclarationAndNotWithItsTests() {
    String before = hash();
    city.write(CityFolder.INDICATOR + "tests/two/expected.csv", "value\n2\n");
    assertThat(hash()).isEqualTo(before);
    city.change(CityFolder.INDICATOR + "indicator.yaml", "decimals: 0", "decimals: 1");
    assertThat(hash()).isNotEqualTo(before);
  }

  @Test
  void aFolderOfTheCityReplacesTheShippedOneWhole() throws IOException {
    Path own = folder.resolve("own");
    Files.createDirectories(own.resolve("exports/figures"));
    Files.writeString(
        own.resolve("exports/figures/export.yaml"),
        city.read(CityFolder.EXPORT).replace("everybody", "the mayor"));

    ReadResult result = DeclarationReader.read(List.of(city.root(), own));

    assertThat(result.problems()).isEmpty();
    assertThat(result.library().overridden()).containsExactly("export figures");
    assertThat(result.library().exports())
        .extracting(ExportDeclaration::audience)
        .containsExactly("the mayor");
  }

  @Test
  void theSameIdTwiceWithinARootIsAProblem() {
    city.write("more/codelists/unit_measure/codelist.yaml", "id: unit_measure\n");

    assertThat(city.problems())
        .containsExactly(
            "more/codelists/unit_measure/codelist.yaml [duplicate-id] Declared in"
                + " core/codelists/unit_measure/codelist.yaml already; rename one of the folders"
                + " (unit_measure)");
  }

  @Test
  void aDeclarationOutsideItsSectionIsAProblem() {
    city.write("elsewhere/x/page.yaml", "name: x\n");

    assertThat(city.problems())
        .containsExactly(
            "elsewhere/x/page.yaml [misplaced] The folder does not stand below one that is named"
                + " 'pages' (page.yaml)");
  }

  @Test
  void aFolderWithoutItsMarkerIsAProblem() {
    city.write("ingestion/sources/traffic/buses/mapping.yaml", "to: city.figure\n");

    assertThat(city.problems())
        .containsExactly(
            "ingestion/sources/traffic/buses/mapping.yaml [marker-missing] The folder has no"
                + " contract.odcs.yaml, so it declares nothing; add it (mapping.yaml)");
  }

  @Test
  void foldersOfBuildsAndHiddenOnesAreNotSearched() {
    city.write("target/pages/x/page.yaml", "name: x\n");
    city.write(".git/pages/x/page.yaml", "name: x\n");
    city.write("core/src/test/pages/x/page.yaml", "name: x\n");

    assertThat(city.problems()).isEmpty();
  }

  @Test
  void loadingThrowsEveryProblemAtOnce() {
    city.change(CityFolder.INDICATOR + "indicator.yaml", "decimals: 0", "decimals: many");
    city.change(CityFolder.EXPORT, "formats: [csv]", "formats: [docx]");

    assertThatThrownBy(() -> DeclarationReader.load(List.of(city.root())))
        .isInstanceOf(CityLakeException.class)
        .hasMessageStartingWith("Cannot use the declarations: 2 problems\n")
        .hasMessageContaining("[not-allowed]")
        .hasMessageContaining("[wrong-type]");
  }

  @Test
  void aMissingRootIsAProblem() {
    ReadResult result = DeclarationReader.read(List.of(folder.resolve("nowhere")));

    assertThat(result.problems())
        .extracting(p -> p.rule() + ": " + p.message())
        .containsExactly("missing-folder: There is no such folder");
  }

  @Test
  void aSetWrittenToAnotherFolderReadsTheSame() {
    DeclarationSet set = DeclarationSet.of(List.of(city.root()));
    Path copy = folder.resolve("copy");
    set.writeTo(copy);

    assertThat(DeclarationSet.of(List.of(copy)).hash()).isEqualTo(set.hash());
    assertThat(DeclarationSet.ofFiles(set.files()).hash()).isEqualTo(set.hash());
    assertThat(DeclarationReader.read(List.of(copy)).problems()).isEmpty();
    assertThat(set.files()).containsKey(CityFolder.SOURCE + "data/census.csv");
  }

  @Test
  void aStoredPathThatLeadsOutOfTheFolderIsRefused() {
    DeclarationSet set = DeclarationSet.ofFiles(java.util.Map.of("../out.yaml", new byte[0]));

    assertThatThrownBy(() -> set.writeTo(folder.resolve("copy")))
        .hasMessage("The stored declaration '../out.yaml' leads out of its folder");
  }

  private String hash() {
    return DeclarationReader.load(List.of(city.root()))
        .findIndicator("people")
        .orElseThrow()
        .contentHash();
  }
}
