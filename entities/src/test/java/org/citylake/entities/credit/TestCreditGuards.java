package org.citylake.entities.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.declaration.CreditModelDeclaration;
import org.citylake.entities.Shipped;
import org.citylake.entities.credit.CreditMeasures.Basis;
import org.citylake.entities.credit.CreditMeasures.ListEntry;
import org.citylake.entities.credit.Disclosure.Audience;
import org.citylake.entities.standard.Validity;
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
        new CreditCatalogue(
            List.of(new CreditCatalogue.Entry("06", Disclosure.OPEN, new Validity(FROM, TO))));

    assertThat(catalogue.refusal("06", FROM)).isEmpty();
    assertThat(catalogue.refusal("06", TO.minusDays(1))).isEmpty();
    assertThat(catalogue.refusal("06", TO))
        .hasValue("The catalogue's item '06' is not in force on 2025-01-01");
    assertThat(catalogue.refusal("06", FROM.minusDays(1))).isPresent();
    assertThat(catalogue.refusal("blood donation", FROM))
        .hasValue("The catalogue has no item 'blood donation'");
  }

  @Test
  void anItemIsShownToWhomItsDisclosureNames() {
    CreditCatalogue catalogue = CreditCatalogue.of(Shipped.codelist(CreditCatalogue.CODELIST));
    LocalDate day = LocalDate.of(2016, 12, 31);

    assertThat(shownTo(catalogue, "grave_list", day)).containsExactly(Audience.values());
    assertThat(shownTo(catalogue, "commitment_broken", day))
        .containsExactly(Audience.SUBJECT, Audience.AGENCY);
    assertThat(shownTo(catalogue, "tax_grade_c", day)).containsExactly(Audience.SUBJECT);
    assertThat(shownTo(catalogue, "credit_score", day))
        .containsExactly(Audience.SUBJECT, Audience.AGENCY);
    assertThat(shownTo(catalogue, "blood donation", day)).isEmpty();
    assertThat(shownTo(catalogue, "grave_list", LocalDate.of(2016, 2, 29))).isEmpty();
  }

  @Test
  void theCatalogueHasEveryItemOfTheShippedModels() {
    CreditCatalogue catalogue = CreditCatalogue.of(Shipped.codelist(CreditCatalogue.CODELIST));

    for (CreditModelDeclaration model : Shipped.LIBRARY.creditModels()) {
      assertThat(model.itemIds())
          .allSatisfy(
              item -> assertThat(catalogue.refusal(item, LocalDate.of(2016, 12, 31))).isEmpty());
    }
  }

  @Test
  void aDisclosureThatIsNoneIsRefused() {
    Codelist wrong =
        new Codelist(
            "credit_item",
            "",
            "",
            "",
            List.of("code", "disclosure", "valid_from", "valid_to"),
            List.of(
                Map.of(
                    "code",
                    "x",
                    "disclosure",
                    "secret",
                    "valid_from",
                    "2016-03-01",
                    "valid_to",
                    "")));

    assertThatThrownBy(() -> CreditCatalogue.of(wrong))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("open, on_request, authorised or shared, not 'secret'");
  }

  @Test
  void everyShippedMeasureIsForAListAndHasABasis() {
    List<DeclaredMeasure> measures =
        DeclaredMeasure.all(Shipped.codelist(DeclaredMeasure.CODELIST));
    CreditMeasures guard =
        new CreditMeasures(measures.stream().map(DeclaredMeasure::basis).toList());

    assertThat(measures)
        .isNotEmpty()
        .allSatisfy(
            m -> {
              assertThat(m.effect()).isIn("punishment", "reward");
              LocalDate first = m.basis().validFrom();
              ListEntry entry = new ListEntry(SUBJECT, m.basis().list(), first, Optional.empty());
              assertThat(guard.refusal(SUBJECT, m.basis().id(), List.of(entry), first)).isEmpty();
            });
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

  private static List<Audience> shownTo(CreditCatalogue catalogue, String item, LocalDate day) {
    return Stream.of(Audience.values()).filter(a -> catalogue.shows(item, a, day)).toList();
  }
}
