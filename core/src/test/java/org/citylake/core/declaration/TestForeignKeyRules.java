package org.citylake.core.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citylake.core.declaration.CityFolder.SOURCE;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The source {@code census} refers to the source {@code place}, whose key is {@code code}. */
class TestForeignKeyRules {
  private static final String PLACE = "ingestion/sources/population/place/";
  private static final String CONTRACT = "contract.odcs.yaml";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  @Test
  void theWholeKeyOfAnotherSourceMayBeReferredTo() {
    assertThat(city("place.code").problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plase.code | [unknown-source] There is no source 'plase'; did you mean 'place'? (plase)
          place.cod | [unknown-column] The contract 'place' has no column 'cod'; did you mean 'code'? (cod)
          place.census_2010 | [relationship] It must be the whole business key of its source; name that one (place.census_2010)
          """)
  void anotherTargetIsReported(String to, String problem) {
    assertThat(city(to).problems()).anySatisfy(p -> assertThat(p).endsWith(problem));
  }

  @Test
  void typesThatDifferAndAStreamAreReported() {
    CityFolder city =
        city("place.code").change(PLACE + CONTRACT, "physicalType: string", "physicalType: uuid");
    assertThat(city.problems())
        .anySatisfy(
            p ->
                assertThat(p)
                    .endsWith(
                        "[relationship] The column is of type string and the key of type uuid; give"
                            + " both one (place.code)"));
  }

  @Test
  void nameAndSeverityAreNeeded() {
    CityFolder city =
        city("place.code").change(SOURCE + CONTRACT, "property: severity", "property: id");
    List<String> problems = city.problems();
    assertThat(problems).isNotEmpty().allSatisfy(p -> assertThat(p).contains(SOURCE + CONTRACT));
  }

  private CityFolder city(String to) {
    CityFolder city = new CityFolder(folder);
    for (String file :
        List.of(CONTRACT, "origin.yaml", "data/census.csv", "tests/plain/input.csv")) {
      city.write(PLACE + file, city.read(SOURCE + file));
    }
    city.change(PLACE + CONTRACT, "id: census", "id: place")
        .change(PLACE + CONTRACT, "name: census\n", "name: place\n")
        .change(PLACE + CONTRACT, "required: true", "required: true\n        primaryKey: true");
    return city.change(
        SOURCE + CONTRACT,
        "required: true",
        "required: true\n        relationships:\n          - to: "
            + to
            + "\n            customProperties:\n"
            + "              - {property: id, value: known-place}\n"
            + "              - {property: severity, value: warn}");
  }
}
