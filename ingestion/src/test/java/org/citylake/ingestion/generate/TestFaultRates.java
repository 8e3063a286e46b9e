package org.citylake.ingestion.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.ingestion.Shipped;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is planted into a city of 50,000 persons, held against the tables of rates. */
class TestFaultRates {
  private static final int PERSONS = 50_000;

  /** Rates of which agency are seen in the extract of which source. */
  private static final Map<String, String> SOURCES =
      Map.of(
          "ga_public_security", "household_registration",
          "sb_social_security", "social_insurance_participant",
          "bdc_real_estate", "real_estate_right",
          "wj_health", "health_record",
          "cl_disabled", "disabled_person",
          "sj_market", "legal_entity_registration",
          "sw_tax", "tax_registration",
          "mz_bb_civil_establishment", "organisation_code_certificate",
          "tj_statistics", "enterprise_statistics",
          "xk_licence_inspection", "administrative_licence");

  /** What is no fault of single rows; each has a test of its own. */
  private static final Set<String> OF_THEIR_OWN =
      Set.of(
          "coverage",
          "endless-date",
          "lag-days",
          "late-file",
          "truncated-file",
          "columns-swapped",
          "address-differs",
          "address-shared",
          "credit-code-before-2016",
          "industry-edition",
          "currency-missing");

  /** Faults of columns that the extract has not, and duplicates where the key is the entity's. */
  private static final Set<String> NOT_SEEN =
      Set.of(
          "real_estate_right birth-date-off",
          "tax_registration representative-old",
          "tax_registration capital-in-cny",
          "tax_registration duplicate",
          "legal_entity_registration representative-old",
          "organisation_code_certificate branch-as-head",
          "organisation_code_certificate representative-old",
          "organisation_code_certificate duplicate",
          "enterprise_statistics representative-old",
          "enterprise_statistics capital-in-cny",
          "enterprise_statistics duplicate",
          "administrative_licence branch-as-head",
          "administrative_licence representative-old",
          "administrative_licence capital-in-cny");

  private static final DeclarationLibrary LIBRARY = Shipped.libraryWith(Path.of("../metrics"));
  private static final Citizens CITIZENS =
      new Citizens(
          Territory.of(LIBRARY, SampleCity.DEFAULT_DAY), new NameStock(), Draw.of(1), PERSONS);

  private static Path city = Path.of("");
  private static Map<String, GeneratedSource> sources = Map.of();

  @BeforeAll
  static void makeTheCity(@TempDir Path folder) {
    city = folder.resolve("city");
    sources =
        new SampleCity(LIBRARY, PERSONS, 1, SampleCity.DEFAULT_DAY)
            .write(city, source -> {}).sources().stream()
                .collect(Collectors.toMap(GeneratedSource::id, Function.identity()));
  }

  @Test
  void everyFaultOfTheTablesStandsInTheExtractAtItsRate() {
    List<String> wrong = new ArrayList<>();
    for (Map<String, String> row : rates()) {
      String fault = row.getOrDefault("fault", "");
      SOURCES.forEach(
          (agency, id) -> {
            if (row.containsKey(agency)
                && !OF_THEIR_OWN.contains(fault)
                && !NOT_SEEN.contains(id + " " + fault)) {
              GeneratedSource source = source(id);
              double rate = Double.parseDouble(row.getOrDefault(agency, ""));
              double found = source.faults().getOrDefault(fault, 0L) / (double) source.rows();
              // Clusters spread it more than single draws would.
              double tolerance = 0.3 * rate + 4 * Math.sqrt(rate / source.rows());
              if (Math.abs(found - rate) > tolerance) {
                wrong.add("%s %s: %.4f, not %.4f".formatted(id, fault, found, rate));
              }
            }
          });
    }
    assertThat(wrong).isEmpty();
  }

  private static GeneratedSource source(String id) {
    return Optional.ofNullable(sources.get(id)).orElseThrow();
  }

  private static List<Map<String, String>> rates() {
    List<Map<String, String>> rates = new ArrayList<>();
    rates.addAll(Resource.rows("fault_rates_person.csv"));
    rates.addAll(Resource.rows("fault_rates_legal_entity.csv"));
    return rates;
  }

  @Test
  void registersCoverTheirShareOfTheLegalEntitiesAtWork() {
    long enterprises = 0;
    for (long n = 0; n < CITIZENS.firms().active(); n++) {
      enterprises += CITIZENS.firms().at(n).form() == LegalForm.ENTERPRISE ? 1 : 0;
    }
    Map<String, Double> shares =
        Map.of(
            "legal_entity_registration", 0.98,
            "tax_registration", 0.86,
            "enterprise_statistics", 0.22,
            "administrative_licence", 0.35);
    String first = "L%09d".formatted(CITIZENS.firms().active());
    double all = enterprises;
    shares.forEach(
        (source, share) -> {
          long covered =
              Resource.rows(city.resolve("truth").resolve("legal_entity.csv")).stream()
                  .filter(row -> source.equals(row.get("source")))
                  .map(row -> row.getOrDefault("entity_id", ""))
                  .filter(id -> id.compareTo(first) < 0)
                  .distinct()
                  .count();
          assertThat(covered / all).as(source).isCloseTo(share, within(0.03));
        });
  }

  @Test
  void permitsThatNeverEndAreAShareOfPermits() {
    long permits = 0;
    for (long n = 0; n < PERSONS; n++) {
      permits += CITIZENS.at(n).attribute("permit-until") == null ? 0 : 1;
    }
    double endless = source("household_registration").faults().getOrDefault("endless-date", 0L);
    assertThat(endless / permits).isCloseTo(0.3, within(0.06));
  }

  @Test
  void deliveriesComeLateBrokenOffOrWithColumnsSwappedAtTheirRates() {
    FaultRates rates = FaultRates.of("wj_health");
    Map<Fault, Integer> struck = new HashMap<>();
    int deliveries = 40_000;
    for (int i = 0; i < deliveries; i++) {
      FaultPlan plan = new FaultPlan(rates, Draw.of(i), SampleCity.DEFAULT_DAY);
      for (Fault fault : List.of(Fault.LATE_FILE, Fault.TRUNCATED_FILE)) {
        struck.merge(fault, plan.strikesDelivery(fault) ? 1 : 0, Integer::sum);
      }
      boolean swapped = plan.strikesBatch(health(1), Fault.COLUMNS_SWAPPED);
      assertThat(plan.strikesBatch(health(2), Fault.COLUMNS_SWAPPED)).isEqualTo(swapped);
      struck.merge(Fault.COLUMNS_SWAPPED, swapped ? 1 : 0, Integer::sum);
    }
    struck.forEach(
        (fault, count) ->
            assertThat(count / (double) deliveries)
                .as(fault.id())
                .isCloseTo(rates.of(fault), within(0.25 * rates.of(fault))));
  }

  @Test
  void changesShowAfterTheirMedianOfDays() {
    FaultRates rates = FaultRates.of("wj_health");
    FaultPlan plan = new FaultPlan(rates, Draw.of(1), SampleCity.DEFAULT_DAY);
    int later = 0;
    for (int i = 0; i < 10_000; i++) {
      later += plan.lag(health(i)) > 60 ? 1 : 0;
    }
    assertThat(rates.lagDays()).isEqualTo(60);
    assertThat(later / 10_000.0).isCloseTo(0.5, within(0.02));
    assertThat(sources.values()).anyMatch(s -> s.faults().containsKey("lag"));
  }

  private static SampleRecord health(int serial) {
    return new SampleRecord(CITIZENS.at(5), Draw.of(serial), serial, Set.of());
  }

  @Test
  void creditCodesAreMissingBefore2016AndIndustriesOfTwoEditionsAreMixedFrom2017To2019() {
    assertThat(struck("mz_bb_civil_establishment", Fault.CREDIT_CODE_BEFORE_2016, "2015-06-30"))
        .isEqualTo(1);
    assertThat(struck("mz_bb_civil_establishment", Fault.CREDIT_CODE_BEFORE_2016, "2016-12-31"))
        .isZero();
    assertThat(struck("mz_bb_civil_establishment", Fault.INDUSTRY_EDITION, "2016-12-31")).isZero();
    assertThat(struck("mz_bb_civil_establishment", Fault.INDUSTRY_EDITION, "2018-06-30"))
        .isCloseTo(0.2, within(0.05));
    assertThat(struck("mz_bb_civil_establishment", Fault.INDUSTRY_EDITION, "2020-06-30")).isZero();
  }

  /** Share of the legal entities at work that a fault strikes, over several plans. */
  private static double struck(String agency, Fault fault, String day) {
    int plans = 10;
    long all = CITIZENS.firms().active() / plans;
    int struck = 0;
    for (int i = 0; i < plans; i++) {
      FaultPlan plan = new FaultPlan(FaultRates.of(agency), Draw.of(i), LocalDate.parse(day));
      LegalEntityFaults faults = new LegalEntityFaults(plan);
      for (long n = i * all; n < (i + 1) * all; n++) {
        SampleRecord record =
            new SampleRecord(
                CITIZENS.firms().at(n), Draw.of(n), n, Set.of("credit-code", "industry-code"));
        faults.plant(record);
        struck += record.faults().contains(fault) ? 1 : 0;
      }
    }
    return struck / (double) (all * plans);
  }

  @Test
  void currencyIsMissingForSomeForeignCapital() {
    FaultPlan plan = new FaultPlan(FaultRates.of("sw_tax"), Draw.of(1), SampleCity.DEFAULT_DAY);
    LegalEntityFaults faults = new LegalEntityFaults(plan);
    int foreign = 0;
    int missing = 0;
    for (long n = 0; n < 40_000; n++) {
      LegalEntity firm = CITIZENS.firms().at(n);
      if ("USD".equals(firm.attribute("currency"))) {
        SampleRecord record = new SampleRecord(firm, Draw.of(n), n, Set.of("currency"));
        faults.plant(record);
        foreign++;
        missing += record.faults().contains(Fault.CURRENCY_MISSING) ? 1 : 0;
      }
    }
    assertThat(missing / (double) foreign).isCloseTo(0.03, within(0.012));
  }

  @Test
  void manyFirmsShareAnAddressAndManyWorkElsewhereThanTheyAreRegistered() {
    Map<String, Integer> firms = new HashMap<>();
    int enterprises = 0;
    int elsewhere = 0;
    for (long n = 0; n < CITIZENS.firms().active(); n++) {
      LegalEntity firm = CITIZENS.firms().at(n);
      if (firm.form() == LegalForm.ENTERPRISE) {
        enterprises++;
        String registered = String.valueOf(firm.attribute("registered-address"));
        firms.merge(registered, 1, Integer::sum);
        elsewhere += registered.equals(firm.attribute("operating-address")) ? 0 : 1;
      }
    }
    int shared = firms.values().stream().filter(n -> n >= 50).mapToInt(n -> n).sum();
    assertThat(shared / (double) enterprises).isCloseTo(0.18, within(0.03));
    assertThat(elsewhere / (double) enterprises).isCloseTo(0.45, within(0.03));
  }

  @Test
  void aThirdOfTheRegisteredLivesElsewhere() {
    int registered = 0;
    int elsewhere = 0;
    for (long n = 0; n < PERSONS; n++) {
      String presence = String.valueOf(CITIZENS.at(n).attribute("presence"));
      registered += presence.startsWith("registered") ? 1 : 0;
      elsewhere += presence.equals("registered-elsewhere") ? 1 : 0;
    }
    assertThat(elsewhere / (double) registered).isCloseTo(0.33, within(0.04));
  }
}
