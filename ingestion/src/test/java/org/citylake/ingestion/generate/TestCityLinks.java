package org.citylake.ingestion.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.Shipped;
import org.citylake.ingestion.cases.SourceCases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The extracts of one city speak of the same places, devices, firms and persons. */
class TestCityLinks {
  private static final int PERSONS = 2000;
  private static final DeclarationLibrary LIBRARY = Shipped.libraryWith(Path.of("../metrics"));
  private static final Citizens CITIZENS =
      new Citizens(
          Territory.of(LIBRARY, SampleCity.DEFAULT_DAY), new NameStock(), Draw.of(1), PERSONS);

  private static Path city = Path.of("");
  private static Generation generation =
      new Generation(0, 0, SampleCity.DEFAULT_DAY, List.of(), Map.of());

  @BeforeAll
  static void makeTheCity(@TempDir Path folder) {
    city = folder.resolve("city");
    generation =
        new SampleCity(LIBRARY, PERSONS, 1, SampleCity.DEFAULT_DAY).write(city, source -> {});
  }

  @ParameterizedTest
  @CsvSource({
    "sensor.air_quality_station_reading.station_code, sensor.sensor_registry.sensor_code",
    "sensor.crowd_reading.area_code, sensor.sensor_registry.sensor_code",
    "sensor.gas_supply_reading.sensor_code, sensor.sensor_registry.sensor_code",
    "sensor.power_supply_reading.feeder_code, sensor.sensor_registry.sensor_code",
    "sensor.street_lighting_reading.sensor_code, sensor.sensor_registry.sensor_code",
    "sensor.traffic_flow_reading.sensor_code, sensor.sensor_registry.sensor_code",
    "sensor.water_level_reading.station_code, sensor.sensor_registry.sensor_code",
    "sensor.water_supply_reading.sensor_code, sensor.sensor_registry.sensor_code",
    "environment.noise_reading.station_code, sensor.sensor_registry.sensor_code",
    "environment.water_quality_reading.section_code, sensor.sensor_registry.sensor_code",
    "environment.water_quality_reading.water_name, geospatial.water_body.water_name",
    "sensor.traffic_flow_reading.segment_code, geospatial.road_segment.segment_code",
    "sensor.parking_occupancy_reading.lot_no, transport.parking_lot.lot_no",
    "infrastructure.broadband_facility.object_name, geospatial.residential_compound.compound_name",
    "geospatial.management_grid.parent_grid, geospatial.management_grid.grid_code",
    "geospatial.building.committee_code, geospatial.management_grid.committee_code",
    "city_management.grid_event.grid_cell, geospatial.management_grid.grid_code",
    "city_management.grid_event.neighbourhood_code, geospatial.management_grid.committee_code",
    "population.household_registration.committee_code, geospatial.management_grid.committee_code",
  })
  void whatARowNamesHasARowOfItsOwn(String from, String to) {
    assertThat(values(to)).isNotEmpty().containsAll(values(from));
  }

  @Test
  void dwellingsStandInBuildings() {
    Set<String> prefixes = values("geospatial.building.real_estate_unit_prefix");
    for (String unit : values("population.real_estate_right.unit_no")) {
      assertThat(prefixes).contains(unit.substring(0, 24));
    }
    Set<String> houses = values("geospatial.building.address");
    for (long n = 0; n < PERSONS; n += 7) {
      String address = String.valueOf(CITIZENS.at(n).attribute("residence-address"));
      assertThat(houses).contains(address.replaceAll("\\d+室$", ""));
    }
  }

  @Test
  void buildingsAndLanesOfACompoundAgree() {
    for (long n = 0; n < CITIZENS.compounds().size(); n++) {
      Compound compound = CITIZENS.compounds().at(n);
      for (int rank = 0; rank < compound.buildings(); rank++) {
        Building building = compound.building(rank);
        assertThat(building.attribute("compound-code")).isEqualTo(compound.code());
        assertThat(String.valueOf(building.attribute("address")))
            .startsWith(compound.place().laneAddress());
        assertThat(building.dwellings()).isPositive();
      }
    }
  }

  @Test
  void aHouseholdHasOneHeadAndSharesItsDwelling() {
    Map<Object, Set<Object>> homes = new HashMap<>();
    Map<Object, Integer> heads = new HashMap<>();
    for (long n = 0; n < PERSONS; n++) {
      Person person = CITIZENS.at(n);
      Object household = person.attribute("household-number");
      if (household != null) {
        homes.computeIfAbsent(household, h -> new HashSet<>()).add(dwelling(person));
        heads.merge(household, "0".equals(person.attribute("relation-code")) ? 1 : 0, Integer::sum);
      }
    }
    assertThat(homes.values()).isNotEmpty().allSatisfy(h -> assertThat(h).hasSize(1));
    assertThat(heads.values()).allSatisfy(h -> assertThat(h).isEqualTo(1));
  }

  private static Object dwelling(Person person) {
    return Optional.ofNullable(person.attribute("unit-number")).orElseThrow();
  }

  @Test
  void aFirmsStaffIsThoseWhoAreInsuredByIt() {
    Map<Object, Integer> insured = new HashMap<>();
    for (long n = 0; n < PERSONS; n++) {
      Object employer = CITIZENS.at(n).attribute("employer-number");
      if (employer != null) {
        insured.merge(employer, 1, Integer::sum);
      }
    }
    for (long n = 0; n < CITIZENS.firms().active(); n++) {
      LegalEntity firm = CITIZENS.firms().at(n);
      Object number = Optional.ofNullable(firm.attribute("number")).orElseThrow();
      assertThat(firm.attribute("staff")).hasToString(insured.getOrDefault(number, 0).toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "government_service.approval_case.uscc",
    "construction.construction_project.contractor_uscc",
    "geospatial.residential_compound.company_uscc",
    "transport.parking_lot.operator_uscc",
    "credit.incentive_list.subject_uscc",
    "credit.serious_dishonesty_list.subject_uscc",
  })
  void firmsThatAreNamedExist(String column) {
    Set<String> codes = new HashSet<>();
    for (long n = 0; n < CITIZENS.firms().size(); n++) {
      codes.add(String.valueOf(CITIZENS.firms().at(n).attribute("tax-number")));
    }
    assertThat(codes).containsAll(values(column));
  }

  @Test
  void whatBureausCountIsWhatLivesAndWorksThere() {
    Headcount headcount = new Headcount(CITIZENS);
    long residents = 0;
    long enterprises = 0;
    for (long n = 0; n < new Districts(CITIZENS, headcount, Draw.of(1)).size(); n++) {
      Entity bureau = new Districts(CITIZENS, headcount, Draw.of(1)).at(n);
      residents += Long.parseLong(String.valueOf(bureau.attribute("residents")));
      enterprises += Long.parseLong(String.valueOf(bureau.attribute("enterprises")));
    }
    assertThat(residents).isEqualTo(PERSONS);
    assertThat(enterprises).isPositive().isLessThanOrEqualTo(CITIZENS.firms().active());
  }

  /** The values of a column, named by domain, source and column. */
  private static Set<String> values(String column) {
    String[] path = column.split("\\.", -1);
    SourceDeclaration source = LIBRARY.findSource(path[1]).orElseThrow();
    GeneratedSource generated =
        generation.sources().stream().filter(s -> s.id().equals(path[1])).findFirst().orElseThrow();
    Set<String> values = new HashSet<>();
    SourceCases.records(LIBRARY, source, city.resolve(generated.file()))
        .forEach(
            record -> {
              Object value = record.values().get(path[2]);
              if (value != null) {
                values.add(value.toString());
              }
            });
    return values;
  }
}
