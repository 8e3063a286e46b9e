package org.citylake.ingestion.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SamplePopulation;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.json.ContentHash;
import org.citylake.ingestion.Shipped;
import org.citylake.ingestion.cases.SourceCases;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.record.BusinessKey;
import org.citylake.ingestion.record.SourceRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSampleCity {
  /** Faults that a rule of the contract sees; all others stand in records that are accepted. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "identity-check-digit", "resident-identity-number",
          "identity-float", "resident-identity-number",
          "columns-swapped", "resident-identity-number",
          "credit-code-wrong", "unified-social-credit-code",
          "individual-under-owner", "unified-social-credit-code");

  private static final int PERSONS = 3000;

  private static final DeclarationLibrary LIBRARY = Shipped.libraryWith(Path.of("../metrics"));

  private static Path temporary = Path.of("");
  private static Path city = Path.of("");
  private static Generation generation = new Generation(0, 0, LocalDate.MIN, List.of(), Map.of());

  @BeforeAll
  static void makeTheCity(@TempDir Path folder) {
    temporary = folder;
    city = temporary.resolve("city");
    generation = write(PERSONS, 1, city);
  }

  private static SourceDeclaration source(String id) {
    return LIBRARY.findSource(id).orElseThrow();
  }

  private static Generation write(long persons, long seed, Path folder) {
    return new SampleCity(LIBRARY, persons, seed, SampleCity.DEFAULT_DAY)
        .write(folder, source -> {});
  }

  @Test
  void everySourceOfAnAgencyHasAnExtract() {
    Set<String> agencies =
        LIBRARY.sources().stream()
            .filter(s -> s.origin().isEmpty() && !s.replayed())
            .map(SourceDeclaration::id)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(generation.sources())
        .extracting(GeneratedSource::id)
        .containsExactlyElementsOf(agencies);
    assertThat(generation.sources()).allSatisfy(s -> assertThat(s.rows()).isPositive());
    assertThat(city.resolve("SYNTHETIC")).content().contains("no record is of a real person");
    assertThat(city.resolve("generation.json")).content().contains("\"synthetic\" : true");
  }

  @Test
  void namedSourcesAloneHaveTheBytesOfTheWholeCity() throws IOException {
    Path some = temporary.resolve("some");
    SampleCity same = new SampleCity(LIBRARY, PERSONS, 1, SampleCity.DEFAULT_DAY);

    Generation written = same.write(some, Set.of("disabled_person"), source -> {});

    assertThat(written.sources())
        .extracting(GeneratedSource::id)
        .containsExactly("disabled_person");
    String file = written.sources().get(0).file();
    assertThat(some.resolve(file)).hasSameBinaryContentAs(city.resolve(file));
    assertThat(Files.readAllLines(some.resolve("truth/person.csv")))
        .hasSize(1 + (int) written.sources().get(0).rows())
        .isSubsetOf(Files.readAllLines(city.resolve("truth/person.csv")));
    assertThatThrownBy(() -> same.write(temporary.resolve("none"), Set.of("nothing"), source -> {}))
        .hasMessageContaining("'nothing': no source has this id");
  }

  @Test
  void recordsAreRefusedForTheFaultsThatWerePlantedAndForNothingElse() {
    Map<String, Set<String>> planted = planted();
    int refused = 0;
    for (GeneratedSource generated : generation.sources()) {
      SourceDeclaration source = source(generated.id());
      for (SourceRecord record : records(generated)) {
        Set<String> faults =
            new TreeSet<>(planted.getOrDefault(source.id() + ":" + record.line(), Set.of()));
        faults.retainAll(REFUSED.keySet());
        assertThat(record.reasons().stream().map(Finding::ruleOf))
            .as("%s line %s, planted %s: %s", source.id(), record.line(), faults, record.reasons())
            .hasSizeGreaterThanOrEqualTo(faults.size())
            .allSatisfy(rule -> assertThat(rules(source, faults)).contains(rule));
        refused += faults.size();
      }
    }
    assertThat(refused).isGreaterThan(20);
  }

  /** The rules that can see wrong identifiers; a pattern sees some of them. */
  private static List<String> rules(SourceDeclaration source, Set<String> faults) {
    List<String> rules = new ArrayList<>();
    if (!faults.isEmpty()) {
      rules.add("pattern");
    }
    for (String fault : faults) {
      String identifier = REFUSED.getOrDefault(fault, "");
      source.contract().properties().stream()
          .flatMap(p -> p.quality().stream())
          .filter(r -> identifier.equals(r.arguments().get("identifier")))
          .forEach(r -> rules.add(r.id()));
    }
    return rules;
  }

  @Test
  void theSmallestCitiesHoldNothingWrongAndLeaveOutWhatTheyHaveNothingOf() {
    for (int persons : new int[] {1, 2, 17}) {
      Path folder = temporary.resolve("small-" + persons);
      Generation small = write(persons, 1, folder);

      assertThat(small.sources()).hasSizeGreaterThan(25);
      assertThat(small.leftOut().values()).contains("nothing of it in so small a city");
      assertThat(small.sources())
          .allSatisfy(
              generated ->
                  assertThat(
                          SourceCases.records(
                              LIBRARY, source(generated.id()), folder.resolve(generated.file())))
                      .as(generated.id())
                      .isNotEmpty()
                      .allMatch(r -> r.accepted() || !generated.faults().isEmpty()));
    }
  }

  @Test
  void aSourceWithoutASampleGetsRowsThatItsContractAccepts() {
    Citizens citizens = citizens(2000);
    for (String id : List.of("building", "air_quality_station_reading", "law_firm")) {
      SourceDeclaration source = source(id);
      GenericSource generic =
          new GenericSource(
              source, LIBRARY, citizens, Draw.of(1), SampleCity.DEFAULT_DAY.atTime(23, 59, 59));
      List<String> keys = new ArrayList<>();
      generic.rows(row -> keys.addAll(row.keys()));

      assertThat(keys).as(id).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
    }
  }

  @Test
  void theTruthNamesTheEntityOfEveryRecord() {
    Map<String, Set<String>> told = new HashMap<>();
    for (Path file : files(city.resolve("truth"))) {
      if (!file.endsWith("fault.csv")) {
        Resource.rows(file)
            .forEach(
                row ->
                    told.computeIfAbsent(row.getOrDefault("source", ""), s -> new HashSet<>())
                        .add(row.getOrDefault("record_id", "")));
      }
    }
    for (GeneratedSource generated : generation.sources()) {
      BusinessKey key = new BusinessKey(source(generated.id()).contract());
      List<String> found =
          records(generated).stream().map(r -> key.of(r.values())).sorted().toList();

      assertThat(found).as(generated.id()).doesNotHaveDuplicates();
      assertThat(told.get(generated.id()))
          .as(generated.id())
          .containsExactlyInAnyOrderElementsOf(found);
    }
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() {
    write(1000, 7, temporary.resolve("one"));
    write(1000, 7, temporary.resolve("two"));
    write(300, 8, temporary.resolve("other"));

    Map<String, String> one = hashes(temporary.resolve("one"));
    assertThat(hashes(temporary.resolve("two"))).isEqualTo(one);
    String persons = "household_registration/household_registration_20161231_synthetic.csv";
    assertThat(hashes(temporary.resolve("other")).get(persons)).isNotEqualTo(one.get(persons));
  }

  @Test
  void anyPersonIsTheSameHoweverManyLiveThere() {
    Citizens few = citizens(1000);
    Citizens many = citizens(1_000_000);

    for (long number : new long[] {0, 17, 999}) {
      assertThat(few.at(number).attribute("identity-number"))
          .isEqualTo(many.at(number).attribute("identity-number"));
      assertThat(few.at(number).names().name()).isEqualTo(many.at(number).names().name());
    }
  }

  @Test
  void districtsHaveTheSharesOfTheCensusAndNumbersArePersonal() {
    Citizens citizens = citizens(30_000);
    Map<String, Integer> counted = new TreeMap<>();
    Set<Object> numbers = new HashSet<>();
    int numbered = 0;
    for (long n = 0; n < citizens.residents(); n++) {
      Person person = citizens.at(n);
      counted.merge(String.valueOf(person.attribute("district-code")), 1, Integer::sum);
      Object number = person.attribute("identity-number");
      if (number != null) {
        numbered++;
        numbers.add(number);
      }
    }

    assertThat(counted).hasSize(16);
    citizens
        .territory()
        .shares()
        .forEach(
            (code, share) ->
                assertThat(counted.getOrDefault(code, 0) / 30_000.0)
                    .as(code)
                    .isCloseTo(share, within(0.02)));
    assertThat(numbers).hasSize(numbered);
  }

  @Test
  void agenciesCoverTheShareOfResidentsThatTheRatesTell() {
    Map<String, Double> coverage =
        Map.of(
            "household_registration", 0.97,
            "social_insurance_participant", 0.62,
            "real_estate_right", 0.38,
            "health_record", 0.74,
            "disabled_person", 0.025);
    Path truth = city.resolve("truth").resolve("person.csv");
    String first = "P%09d".formatted(PERSONS);

    coverage.forEach(
        (source, share) -> {
          long residents =
              Resource.rows(truth).stream()
                  .filter(row -> source.equals(row.get("source")))
                  .map(row -> row.getOrDefault("entity_id", ""))
                  .filter(id -> id.compareTo(first) < 0)
                  .distinct()
                  .count();
          assertThat(residents / (double) PERSONS)
              .as(source)
              .isCloseTo(share, within(0.03 + 0.1 * share));
        });
  }

  @Test
  void faultsComeAtTheirRatesAndInClusters() {
    GeneratedSource health =
        generation.sources().stream()
            .filter(s -> s.id().equals("health_record"))
            .findFirst()
            .orElseThrow();
    FaultRates rates = FaultRates.of("wj_health");

    for (Fault fault :
        List.of(Fault.PHONE_OLD, Fault.IDENTITY_MISSING, Fault.ADDRESS_UNPARSEABLE)) {
      double rate = health.faults().getOrDefault(fault.id(), 0L) / (double) health.rows();
      assertThat(rate).as(fault.id()).isCloseTo(rates.of(fault), within(0.4 * rates.of(fault)));
    }

    Citizens citizens = citizens(PERSONS);
    Map<String, int[]> places = new HashMap<>();
    FaultPlan plan = new FaultPlan(rates, Draw.of(1), SampleCity.DEFAULT_DAY);
    for (long n = 0; n < PERSONS; n++) {
      SampleRecord record = new SampleRecord(citizens.at(n), Draw.of(n), n, Set.of());
      int[] place = places.computeIfAbsent(record.entity().neighbourhood(), code -> new int[2]);
      place[0]++;
      place[1] += plan.strikes(record, Fault.PHONE_OLD) ? 1 : 0;
    }
    assertThat(places.values().stream().filter(p -> p[0] >= 10))
        .as("some neighbourhoods have many, others hardly any")
        .anyMatch(p -> p[1] > 0.25 * p[0])
        .anyMatch(p -> p[1] < 0.12 * p[0]);
  }

  @Test
  void everyAttributeThatDeclarationsMayNameIsKnown() {
    Citizens citizens = citizens(1000);
    Map<SamplePopulation, Entity> entities =
        Map.of(
            SamplePopulation.PERSON, citizens.at(5),
            SamplePopulation.LEGAL_ENTITY, citizens.firms().at(5),
            SamplePopulation.CASE,
                new ServiceCase(citizens, 5, Draw.of(1), SampleCity.DEFAULT_DAY.atTime(23, 59, 59)),
            SamplePopulation.BUILDING, citizens.buildings().at(5),
            SamplePopulation.COMPOUND, citizens.compounds().at(5),
            SamplePopulation.GRID, new Grids(citizens.compounds(), Draw.of(1)).at(5),
            SamplePopulation.SENSOR, new Sensors(citizens.compounds(), Draw.of(1)).at(5),
            SamplePopulation.STREET,
                new Streets(citizens, new Headcount(citizens), Draw.of(1)).at(5),
            SamplePopulation.DISTRICT,
                new Districts(citizens, new Headcount(citizens), Draw.of(1)).at(5));

    entities.forEach((population, entity) -> population.attributes().forEach(entity::attribute));
  }

  @Test
  void everyUnitReportsEveryInputOfBothEditionsAndSaysThatItIsMadeUp() {
    GeneratedSource reports =
        generation.sources().stream()
            .filter(s -> s.id().equals("indicator_report"))
            .findFirst()
            .orElseThrow();

    // 34 indicators and the coefficient of 17 units in 2014, 37 and the coefficient of 16 in 2015.
    assertThat(reports.rows()).isEqualTo(17 * 35 + 16 * 38);
    assertThat(records(reports))
        .allSatisfy(r -> assertThat(r.values()).containsEntry("nature", "合成"));
  }

  @Test
  void eachEditionsUnitsReportByTheNamesOfItsDataYear() {
    GeneratedSource reports =
        generation.sources().stream()
            .filter(s -> s.id().equals("indicator_report"))
            .findFirst()
            .orElseThrow();

    Map<String, Set<String>> districts = new HashMap<>();
    for (SourceRecord record : records(reports)) {
      districts
          .computeIfAbsent(String.valueOf(record.values().get("report_year")), y -> new HashSet<>())
          .add(String.valueOf(record.values().get("district")));
    }

    assertThat(districts.get("2014")).hasSize(17).contains("静安区", "闸北区", "崇明县", "浦东新区");
    assertThat(districts.get("2015")).hasSize(16).contains("静安区").doesNotContain("闸北区");
  }

  @Test
  void aFigureThatTwoEditionsAskForIsReportedOnce() {
    Draw draws = Draw.of(1);
    List<ReportedFigure> once = Reports.of(LIBRARY, List.of("smart_city_development/2016"), draws);

    assertThat(
            Reports.of(
                LIBRARY,
                List.of("smart_city_development/2016", "smart_city_development/2016"),
                draws))
        .isEqualTo(once);
  }

  @Test
  void aFolderThatHoldsSomethingIsRefused() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("full"));
    Files.writeString(folder.resolve("mine.txt"), "mine");

    assertThatThrownBy(() -> write(10, 1, folder))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("it holds something; name an empty folder");
  }

  private static Citizens citizens(long residents) {
    return new Citizens(
        Territory.of(LIBRARY, SampleCity.DEFAULT_DAY), new NameStock(), Draw.of(3), residents);
  }

  private static List<SourceRecord> records(GeneratedSource generated) {
    return SourceCases.records(LIBRARY, source(generated.id()), city.resolve(generated.file()));
  }

  private static Map<String, Set<String>> planted() {
    Map<String, Set<String>> planted = new HashMap<>();
    for (Map<String, String> row : Resource.rows(city.resolve("truth").resolve("fault.csv"))) {
      planted
          .computeIfAbsent(row.get("source") + ":" + row.get("line"), k -> new TreeSet<>())
          .add(row.getOrDefault("fault", ""));
    }
    return planted;
  }

  private static Map<String, String> hashes(Path folder) {
    return files(folder).stream()
        .collect(
            Collectors.toMap(
                f -> folder.relativize(f).toString(), ContentHash::of, (a, b) -> a, TreeMap::new));
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
