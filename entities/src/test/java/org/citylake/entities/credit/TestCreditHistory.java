package org.citylake.entities.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.citylake.core.declaration.CreditModelDeclaration;
import org.citylake.entities.Shipped;
import org.citylake.entities.credit.CreditScore.Effect;
import org.citylake.entities.credit.CreditScore.Reason;
import org.citylake.entities.credit.CreditWarning.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores over time, and what is warned of between two of them. */
class TestCreditHistory {
  private static final CreditSubject SUBJECT = CreditSubject.of("91310106MADEUP7188");
  private static final CreditModelDeclaration MODEL = Shipped.LIBRARY.creditModels().get(0);
  private static final CreditScoring SCORING = new CreditScoring(MODEL);
  private static final LocalDate BEFORE = LocalDate.of(2016, 6, 30);
  private static final LocalDate AFTER = LocalDate.of(2016, 9, 30);

  @ParameterizedTest
  @CsvSource({
    "2016-12-31, 2016-06-30, 2016-09-30, 2016-12-31",
    "2016-12-30, 2016-03-31, 2016-06-30, 2016-09-30",
    "2017-01-01, 2016-06-30, 2016-09-30, 2016-12-31",
    "2016-02-29, 2015-06-30, 2015-09-30, 2015-12-31"
  })
  void theLastQuartersEndOnTheDayOrBeforeIt(
      LocalDate day, LocalDate first, LocalDate second, LocalDate third) {
    assertThat(CreditHistory.quarterEnds(day, 3)).containsExactly(first, second, third);
  }

  @Test
  void aQuarterIsToldAsTheYearHasIt() {
    assertThat(CreditHistory.quarter(BEFORE)).isEqualTo("2016-Q2");
  }

  @Test
  void whoWasNotThereYetHasNoScore() {
    List<CreditScore> scores =
        new CreditHistory(SCORING)
            .scores(
                SUBJECT,
                List.of(item("list", "grave_list", LocalDate.of(2016, 7, 1), "2016-09-30")),
                CreditHistory.quarterEnds(AFTER, 3),
                BEFORE);

    assertThat(scores)
        .extracting(s -> s.day() + " " + s.creditClass())
        .as("it is on the list in the third quarter, and left on its last day")
        .containsExactly("2016-06-30 A", "2016-09-30 A");
  }

  @Test
  void aFallAndARedLineAreWarnedOfWithWhatCame() {
    CreditScore earlier =
        score(BEFORE, item("breach", "breach_ordinary", LocalDate.of(2016, 1, 1), ""));
    CreditScore later =
        score(
            AFTER,
            item("breach", "breach_ordinary", LocalDate.of(2016, 1, 1), ""),
            item("list", "grave_list", LocalDate.of(2016, 7, 1), ""),
            item("broken", "commitment_broken", LocalDate.of(2016, 8, 1), ""));

    assertThat(CreditWarning.between(earlier, later, MODEL.scoreFall()))
        .extracting(w -> w.rule() + " " + w.because().stream().map(Reason::record).toList())
        .containsExactly(
            Rule.CLASS_FELL + " [broken, list]",
            Rule.RED_LINE_CROSSED + " [list]",
            Rule.SCORE_FELL + " [broken, list]");
    assertThat(CreditWarning.between(later, earlier, MODEL.scoreFall())).isEmpty();
  }

  @Test
  void theScoreMustFallByAsManyPointsAsTheModelDeclares() {
    CreditScore earlier = score(BEFORE);
    CreditScore later =
        score(AFTER, item("breach", "breach_ordinary", LocalDate.of(2016, 7, 1), ""));

    assertThat(CreditWarning.between(earlier, later, OptionalInt.of(31))).isEmpty();
    assertThat(CreditWarning.between(earlier, later, OptionalInt.of(30)))
        .extracting(CreditWarning::rule)
        .containsExactly(Rule.SCORE_FELL);
    assertThat(CreditWarning.between(earlier, later, OptionalInt.empty())).isEmpty();
  }

  @Test
  void pointsAddedThatWentAreAReason() {
    CreditScore earlier =
        score(BEFORE, item("prize", "quality_award", LocalDate.of(2016, 1, 1), "2016-08-01"));

    assertThat(CreditWarning.between(earlier, score(AFTER), OptionalInt.of(10)))
        .singleElement()
        .satisfies(
            w ->
                assertThat(w.because())
                    .extracting(Reason::effect, Reason::record)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(Effect.ADDED, "prize")));
  }

  @Test
  void scoresOfTwoSubjectsAreNotComparable() {
    CreditScore other = SCORING.score(CreditSubject.of("91310107MADEUP11XM"), List.of(), BEFORE);

    assertThatThrownBy(() -> CreditWarning.between(other, score(AFTER), OptionalInt.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("have no trend");
  }

  private static CreditScore score(LocalDate day, CreditItem... items) {
    return SCORING.score(SUBJECT, List.of(items), day);
  }

  private static CreditItem item(String key, String item, LocalDate from, String to) {
    return new CreditItem(
        key,
        item,
        "",
        Optional.empty(),
        from,
        Optional.of(to).filter(t -> !t.isEmpty()).map(LocalDate::parse),
        Optional.empty());
  }
}
