package org.citylake.core.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.citylake.core.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credit models: a right one, and one example for each rule that they must keep. */
class TestCreditModelRules {
  private static final String FOLDER = "lakehouse/credit-models/small/";
  private static final String MODEL = FOLDER + "credit-model.yaml";
  private static final String RIGHT =
      """
      id: small
      name-zh: 小模型
      name-en: Small
      basis: ours
      subjects: legal-entity
      base: 100
      classes: [{class: A, from: 90}, {class: B, from: 80}, {class: C, from: 50}, {class: D, from: 0}]
      groups:
        - {id: law, name-zh: 法, name-en: Law, effect: deduct, maximum: 100, items: [{item: breach, name-zh: 失信, name-en: Breach, points: 30, severity: grave}]}
      repair:
        - {from: '2026-04-01', basis: rule, periods: [{severity: grave, minimum-months: 12, maximum-months: 36}]}
      warnings: {score-fall: 20}
      """;

  private CityFolder city;

  @BeforeEach
  void makeCity(@TempDir Path folder) {
    city = new CityFolder(folder);
    city.write(MODEL, RIGHT);
    city.write(FOLDER + "tests/one/items.csv", "key\n");
    city.write(FOLDER + "tests/one/expected.csv", "subject\n");
  }

  @Test
  void aRightModelBecomesARecord() {
    ReadResult result = DeclarationReader.read(List.of(city.root()));

    assertThat(result.problems()).isEmpty();
    CreditModelDeclaration model = result.library().creditModels().get(0);
    assertThat(model.itemIds()).containsExactly("breach");
    assertThat(model.scoreFall()).hasValue(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "id: small; id: other; id-differs",
        "subjects: legal-entity; subjects: natural-person; not-allowed",
        "base: 100; base: 1000; base-sum",
        "from: 80; from: 95; class-bounds",
        "class: B; class: C; class-order",
        "from: 0; from: 1; class-bounds",
        "points: 30; points: 130; beyond-maximum",
        "points: 30; pionts: 30; unknown-key",
        "2026-04-01; 2026-04-31; repair-day",
        "minimum-months: 12; minimum-months: 40; repair-order",
        "score-fall: 20; score-fall: 0; schema"
      })
  void aWrongModelIsRefusedWithItsLine(String right, String wrong, String rule) {
    city.write(MODEL, RIGHT.replace(right, wrong));

    List<Problem> problems = DeclarationReader.read(List.of(city.root())).problems();

    assertThat(problems).extracting(Problem::rule).contains(rule);
    assertThat(problems).allMatch(p -> p.line() > 0);
  }

  @Test
  void allProblemsAreToldAtOnce() {
    city.write(MODEL, RIGHT.replace("base: 100", "base: 7").replace("points: 30", "points: 999"));

    assertThat(DeclarationReader.read(List.of(city.root())).problems())
        .extracting(Problem::rule)
        .containsExactlyInAnyOrder("base-sum", "beyond-maximum");
  }
}
