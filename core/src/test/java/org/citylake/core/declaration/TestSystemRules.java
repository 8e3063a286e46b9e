package org.citylake.core.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestSystemRules {
  private static final String SYSTEM = "ingestion/systems/S001.yaml";

  private static final String TEXT =
      """
      id: S001
      name-zh: 人口库
      name-en: Population register
      planned-by: ['000 一(二) L9']
      district: '310107'
      owner-zh: 样例局
      owner-en: Sample bureau
      cadence: yearly
      contract: census
      need: People by area.
      fields: [code, census_2010]
      assumed: [owner]
      """;

  private Path folder;
  private CityFolder city;

  @BeforeEach
  void makeCity(@TempDir Path temporary) {
    folder = temporary;
    city = new CityFolder(folder);
    codelist("ref_area_label", "label,code\n普陀区,310107\n");
    codelist("plan", "code,name_zh\n000,样例规划\n");
    codelist(
        "planned_system",
        """
        id,name_zh,name_en,role,domain,planned_by
        S001,人口库,Population register,SOURCE,population,000 一(二) L9; 000 三 L12
        """);
    city.write(SYSTEM, TEXT);
  }

  @Test
  void aSystemIsReadWithItsPlans() {
    ReadResult read = DeclarationReader.read(List.of(folder));

    assertThat(read.problems()).isEmpty();
    assertThat(read.library().systems())
        .singleElement()
        .satisfies(s -> assertThat(s.fields()).containsExactly("code", "census_2010"))
        .satisfies(s -> assertThat(s.plans()).containsExactly("000"))
        .satisfies(s -> assertThat(s.gap()).isEmpty());
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
id: S001             | id: S002             | 1 [id-differs] The file's name says 'S001'; make both the same (S002)
contract: census     | contract: cencus     | 9 [unknown-source] There is no source 'cencus'; did you mean 'census'? (cencus)
[code, census_2010]  | [code, census_2011]  | 11 [unknown-column] The contract 'census' has no column 'census_2011'; did you mean 'census_2010'? (census_2011)
'310107'             | '310108'             | 5 [unknown-district] The code list ref_area_label has no code '310108'; did you mean '310107'? (310108)
000 一(二) L9         | 009 一(二) L9         | 4 [unknown-plan] The code list plan has no code '009'; did you mean '000'? (009)
000 一(二) L9         | 000 一(二) L8         | 4 [unknown-sentence] The plans name S001 in 000 一(二) L9, 000 三 L12, not in this sentence; did you mean '000 一(二) L9'? (000 一(二) L8)
cadence: yearly      | cadence: anually     | 8 [not-allowed] 'cadence' must be one of real-time, daily, weekly, monthly, quarterly, half-yearly, yearly, irregular (anually)
""")
  void aBrokenRuleIsReportedWithPlaceAndValue(String from, String to, String problem) {
    city.change(SYSTEM, from, to);

    assertThat(city.problems()).containsExactly(SYSTEM + ":" + problem);
  }

  @Test
  void aSystemThatNoPlanNamesHasNoSentence() {
    city.delete(SYSTEM).write("ingestion/systems/C001.yaml", TEXT.replace("S001", "C001"));

    assertThat(city.problems())
        .containsExactly(
            "ingestion/systems/C001.yaml:4 [unknown-sentence] The code list planned_system does not"
                + " have C001, so no plan names it; leave 'planned-by' out (000 一(二) L9)");
  }

  @Test
  void allProblemsOfAFileAreReportedAtOnce() {
    city.change(SYSTEM, "census_2010]", "cencus]").change(SYSTEM, "'310107'", "'999999'");

    assertThat(city.problems()).hasSize(2);
  }

  @Test
  void aCityReplacesOneSystemAndAddsAnother(@TempDir Path own) throws IOException {
    write(own.resolve("systems/S001.yaml"), TEXT.replace("Sample bureau", "Own bureau"));
    write(
        own.resolve("systems/C001.yaml"),
        TEXT.replace("S001", "C001").replaceAll("planned-by.*\n", ""));

    ReadResult read = DeclarationReader.read(List.of(folder, own));

    assertThat(read.problems()).isEmpty();
    assertThat(read.library().overridden()).containsExactly("system S001");
    assertThat(read.library().systems())
        .extracting(s -> s.id() + " " + s.ownerEn())
        .containsExactly("C001 Sample bureau", "S001 Own bureau");
  }

  @Test
  void aReleaseKeepsEachSystemsFile() {
    assertThat(DeclarationSet.of(List.of(folder)).files()).containsKey(SYSTEM);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void codelist(String id, String codes) {
    String place = "core/codelists/" + id + "/";
    city.write(
        place + "codelist.yaml",
        "id: %s\nname-zh: 样例\nname-en: Sample\nbasis: none\n".formatted(id));
    city.write(place + "codes.csv", codes);
  }
}
