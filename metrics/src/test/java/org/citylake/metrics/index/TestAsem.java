package org.citylake.metrics.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every stage and alternative of ASEM as COINr 1.1.14 computes it, to a billionth. */
class TestAsem {
  private static final String BEFORE =
      """
      "denominate": {"method": "divide"},
      "impute": {"method": "group-mean", "group": "EurAsia_group"},
      "screen": {"method": "availability", "minimum": 0.9},
      """;
  private static final String TREATED = "\"treat\": {\"method\": \"winsorise\", \"maximum\": 5},";
  private static final String MIN_MAX =
      "\"normalise\": {\"method\": \"min-max\", \"low\": 0, \"high\": 100},";
  private static final String MEAN = "\"aggregate\": {\"method\": \"arithmetic-mean\"}";

  private static final AsemCase ASEM = AsemCase.of("iData.csv");

  @Test
  void everyStageOfTheExampleIsReproduced() {
    IndexResult result = ASEM.score("{" + BEFORE + TREATED + MIN_MAX + MEAN + "}");

    assertThat(AsemCase.differences(result, Stage.RAW, "out_1_Raw.csv")).isEmpty();
    assertThat(AsemCase.differences(result, Stage.DENOMINATED, "out_2_Denominated.csv")).isEmpty();
    assertThat(AsemCase.differences(result, Stage.IMPUTED, "out_3_Imputed.csv")).isEmpty();
    assertThat(AsemCase.differences(result, Stage.SCREENED, "out_4_Screened.csv")).isEmpty();
    assertThat(AsemCase.differences(result, Stage.TREATED, "out_5_Treated.csv")).isEmpty();
    assertThat(AsemCase.differences(result, Stage.NORMALISED, "out_6_Normalised.csv")).isEmpty();
    assertThat(AsemCase.differences(result, Stage.AGGREGATED, "out_7_Aggregated.csv")).isEmpty();
  }

  @Test
  void ranksAreReproduced() {
    IndexResult result = ASEM.score("{" + BEFORE + TREATED + MIN_MAX + MEAN + "}");

    var expected = AsemCase.table("out_results_ranks.csv");
    assertThat(expected.lines()).hasSize(51);
    for (var line : expected.lines()) {
      result
          .scores()
          .filter(s -> s.unit().equals(line.find("uCode").orElseThrow()) && s.level() < 3)
          .forEach(
              s ->
                  assertThat(s.rank())
                      .as(s.unit() + " " + s.node())
                      .isEqualTo(Integer.valueOf(line.find(s.node()).orElseThrow())));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rank, rank",
    "borda, borda",
    "prank, percentile-rank",
    "zscore, z-score",
    "dist2targ, distance-to-target"
  })
  void everyNormalisationIsReproduced(String file, String method) {
    IndexResult result =
        ASEM.score(
            "{"
                + BEFORE
                + TREATED
                + "\"normalise\": {\"method\": \""
                + method
                + "\"},"
                + MEAN
                + "}");

    assertThat(
            AsemCase.differences(result, Stage.NORMALISED, "alt_" + file + "_amean_normalised.csv"))
        .isEmpty();
    assertThat(
            AsemCase.differences(result, Stage.AGGREGATED, "alt_" + file + "_amean_aggregated.csv"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"gmean, geometric-mean", "hmean, harmonic-mean"})
  void everyMeanIsReproduced(String file, String method) {
    IndexResult result =
        ASEM.score(
            "{"
                + BEFORE
                + TREATED
                + "\"normalise\": {\"method\": \"min-max\", \"low\": 1, \"high\": 100},"
                + "\"aggregate\": {\"method\": \""
                + method
                + "\"}}");

    assertThat(
            AsemCase.differences(
                result, Stage.AGGREGATED, "alt_minmax1_100_" + file + "_aggregated.csv"))
        .isEmpty();
  }

  @Test
  void copelandIsReproduced() {
    IndexResult result =
        ASEM.score("{" + BEFORE + TREATED + MIN_MAX + "\"aggregate\": {\"method\": \"copeland\"}}");

    assertThat(AsemCase.differences(result, Stage.AGGREGATED, "alt_minmax_copeland.csv")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"i_mean, column-mean", "i_median, column-median"})
  void everyImputationByColumnsIsReproduced(String file, String method) {
    IndexResult result =
        ASEM.score(
            "{\"denominate\": {\"method\": \"divide\"}, \"impute\": {\"method\": \""
                + method
                + "\"},"
                + MIN_MAX
                + MEAN
                + "}");

    assertThat(AsemCase.differences(result, Stage.IMPUTED, "alt_impute_" + file + ".csv"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "winmax1_combine; \"combine\": true",
        "winmax1_nocombine; \"combine\": false",
        "winmax1_logCTplus; \"then\": \"log-plus\""
      })
  void everyTreatmentIsReproduced(String file, String parameter) {
    IndexResult result =
        ASEM.score(
            "{"
                + BEFORE
                + "\"treat\": {\"method\": \"winsorise\", \"maximum\": 1, "
                + parameter
                + "},"
                + MIN_MAX
                + MEAN
                + "}");

    assertThat(AsemCase.differences(result, Stage.TREATED, "alt_treat_" + file + ".csv")).isEmpty();
  }

  @Test
  void aPanelNormalisedOverAllYearsIsReproduced() {
    IndexResult result =
        AsemCase.of("input_ASEM_iData_panel_artificial.csv")
            .score(
                "{\"screen\": {\"method\": \"availability\", \"minimum\": 0.9},"
                    + TREATED
                    + "\"normalise\": {\"method\": \"min-max\", \"over\": \"panel\"},"
                    + MEAN
                    + "}");

    assertThat(result.rows().periods()).hasSize(5);
    assertThat(AsemCase.differences(result, Stage.NORMALISED, "panel_normalised_global.csv"))
        .isEmpty();
    assertThat(AsemCase.differences(result, Stage.AGGREGATED, "panel_aggregated.csv")).isEmpty();
  }

  @Test
  void theImportKeepsWhatTheTablesSay() {
    IndexResult result = ASEM.score("{" + MIN_MAX + MEAN + "}");

    assertThat(result.compiled().edition().groupColumns())
        .containsExactly("GDP_group", "GDPpc_group", "Pop_group", "EurAsia_group");
    assertThat(result.compiled().edition().denominators())
        .containsExactly("Area", "Energy", "GDP", "Population");
    assertThat(result.compiled().tree().leaves()).hasSize(49);
    assertThat(
            result.compiled().tree().leaves().stream()
                .filter(
                    l ->
                        l.declared().measure().direction().orElseThrow()
                            == org.citylake.core.declaration.IndicatorDeclaration.Direction.LOWER)
                .map(l -> l.code())
                .toList())
        .isEqualTo(
            List.of(
                "CostImpEx",
                "Tariff",
                "TBTs",
                "PrimEner",
                "CO2",
                "MatCon",
                "Forest",
                "Poverty",
                "Palma",
                "FreePress",
                "TolMin",
                "PubDebt",
                "PrivDebt",
                "NEET"));
  }
}
