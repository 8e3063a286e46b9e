package org.citylake.entities.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.citylake.entities.credit.CreditMeasures.Basis;
import org.citylake.entities.credit.CreditMeasures.ListEntry;
import org.junit.jupiter.api.Test;

/** What may be recorded as credit, and what may be done for it. */
class TestCreditGuards {
  private static final LocalDate FROM = LocalDate.of(2022, 1, 1);
  private static final LocalDate TO = LocalDate.of(2025, 1, 1);
  private static final CreditSubject SUBJECT = CreditSubject.of("91310106MADEUP7188");
  private static final CreditSubject OTHER = CreditSubject.of("91310107MADEUP11XM");

  @Test
  void anItemOutsideTheCatalogueOfItsDayDoesNotLand() {
    CreditCatalogue catalogue =
        new CreditCatalogue(List.of(new CreditCatalogue.Entry("06", FROM, Optional.of(TO))));

    assertThat(catalogue.refusal("06", FROM)).isEmpty();
    assertThat(catalogue.refusal("06", TO.minusDays(1))).isEmpty();
    assertThat(catalogue.refusal("06", TO))
        .hasValue("The catalogue's item '06' is not in force on 2025-01-01");
    assertThat(catalogue.refusal("06", FROM.minusDays(1))).isPresent();
    assertThat(catalogue.refusal("blood donation", FROM))
        .hasValue("The catalogue has no item 'blood donation'");
  }

  @Test
  void aMeasureNeedsAValidEntryAndABasisInForce() {
    CreditMeasures measures =
        new CreditMeasures(List.of(new Basis("M1", "tax list", FROM, Optional.of(TO))));
    LocalDate day = LocalDate.of(2024, 6, 1);
    ListEntry entry = new ListEntry(SUBJECT, "tax list", FROM, Optional.of(day.plusDays(1)));

    assertThat(measures.refusal(SUBJECT, "M1", List.of(entry), day)).isEmpty();
    assertThat(measures.refusal(SUBJECT, "M1", List.of(entry), day.plusDays(1)))
        .hasValueSatisfying(reason -> assertThat(reason).contains("no entry on 2024-06-02"));
    assertThat(measures.refusal(OTHER, "M1", List.of(entry), day)).isPresent();
    assertThat(measures.refusal(SUBJECT, "M2", List.of(entry), day))
        .hasValue("There is no basis 'M2'");
    assertThat(measures.refusal(SUBJECT, "M1", List.of(entry), TO))
        .hasValue("The basis 'M1' is not in force on 2025-01-01");
    ListEntry foreign = new ListEntry(SUBJECT, "court list", FROM, Optional.empty());
    assertThat(measures.refusal(SUBJECT, "M1", List.of(foreign), day)).isPresent();
  }
}
