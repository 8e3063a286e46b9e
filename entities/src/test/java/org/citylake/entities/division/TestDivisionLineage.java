package org.citylake.entities.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.entities.division.DivisionChange.Kind;
import org.junit.jupiter.api.Test;

class TestDivisionLineage {
  private static final DeclarationLibrary LIBRARY =
      DeclarationReader.read(List.of(Path.of(System.getProperty("citylake.root")))).library();
  private static final List<CodeTableRow> TABLES = tables();
  private static final List<DivisionChange> CHANGES =
      DivisionChange.of(LIBRARY.loadCodelist("division_change"));
  private static final Codelist NAMES = LIBRARY.loadCodelist("district_name");

  private final DivisionLineage lineage = DivisionLineage.of(TABLES, CHANGES, NAMES);

  @Test
  void theCityHasSixteenDistrictsNow() {
    List<DivisionVersion> now =
        lineage.versions().stream().filter(v -> v.validTo().isEmpty()).toList();

    assertThat(now).hasSize(16).allMatch(v -> v.divisionClass().isPresent());
    assertThat(now)
        .extracting(DivisionVersion::code)
        .contains("310151")
        .doesNotContain("310103", "310108", "310119", "310230");
    assertThat(lineage.versions()).hasSize(23);
  }

  @Test
  void aMergeBeginsANewVersionOfTheCodeThatGoesOn() {
    DivisionVersion before = at("310106", "2015-11-03");
    DivisionVersion after = at("310106", "2015-11-04");

    assertThat(before.validFrom()).isEqualTo(LocalDate.of(1949, 10, 1));
    assertThat(before.validFromKnown()).isFalse();
    assertThat(before.validTo()).contains(LocalDate.of(2015, 11, 4));
    assertThat(before.successor()).contains("310106");
    assertThat(before.predecessors()).isEmpty();
    assertThat(before.divisionClass()).isEmpty();
    assertThat(after.validFrom()).isEqualTo(LocalDate.of(2015, 11, 4));
    assertThat(after.validFromKnown()).isTrue();
    assertThat(after.validTo()).isEmpty();
    assertThat(after.predecessors()).containsExactly("310106", "310108");
    assertThat(after.nameEn()).contains("Jing'an");
    assertThat(after.divisionClass()).contains("central");
  }

  @Test
  void anAreaIsMadeOfThoseThatWentIntoItBeforeItBegan() {
    DivisionVersion merged = at("310106", "2015-12-31");

    assertThat(lineage.parts(merged, LocalDate.of(2014, 12, 31)))
        .containsExactly(at("310106", "2014-12-31"), at("310108", "2014-12-31"));
    assertThat(lineage.parts(merged, LocalDate.of(2015, 12, 31))).containsExactly(merged);
    assertThat(lineage.parts(at("310151", "2016-12-31"), LocalDate.of(2015, 12, 31)))
        .containsExactly(at("310230", "2015-12-31"));
    assertThat(DivisionLineage.ofVersions(lineage.versions()).versions())
        .isEqualTo(lineage.versions());
  }

  @Test
  void aMergedAreaEndsAndNamesItsSuccessor() {
    DivisionVersion luwan = at("310103", "2010-11-01");

    assertThat(luwan.nameZh()).isEqualTo("卢湾区");
    assertThat(luwan.validTo()).contains(LocalDate.of(2011, 6, 8));
    assertThat(luwan.successor()).contains("310101");
    assertThat(luwan.basis()).hasValueSatisfying(b -> assertThat(b).startsWith("卢湾区、黄浦区合并"));
    assertThat(lineage.find("310103", LocalDate.of(2011, 6, 8))).isEmpty();
  }

  @Test
  void aCountyThatBecameADistrictHasAnotherCodeFromThatDay() {
    assertThat(at("310230", "2016-07-21").successor()).contains("310151");
    assertThat(at("310151", "2016-07-22").predecessors()).containsExactly("310230");
    assertThat(at("310151", "2016-07-22").nameZh()).isEqualTo("崇明区");
    assertThat(lineage.find("310151", LocalDate.of(2016, 7, 21))).isEmpty();
  }

  @Test
  void aCodeThatVanishesUndeclaredIsAnError() {
    List<DivisionChange> three =
        CHANGES.stream().filter(c -> !c.id().equals("nanhui_2009")).toList();

    assertThatThrownBy(() -> DivisionLineage.of(TABLES, three, NAMES))
        .isInstanceOf(CityLakeException.class)
        .hasMessage(
            "Cannot derive the lineage of the divisions: 1 problem\n"
                + "  code tables and code list division_change [vanished] The code 310119 (南汇区) is"
                + " not in the table of 2009-12-31 any more; declare what it went into (310119)");
  }

  @Test
  void aDeclaredChangeThatTheTablesContradictIsAnError() {
    List<DivisionChange> more = new ArrayList<>(CHANGES);
    more.add(change("wrong", "310104", "310105", "2014-01-01"));

    assertThatThrownBy(() -> DivisionLineage.of(TABLES, more, NAMES))
        .hasMessageContaining(
            "[still-there] The code 310104 still stands in the newest table, 2019-04-30 (wrong)");
  }

  @Test
  void aNewNameNeedsADeclaredChange() {
    List<CodeTableRow> rows = new ArrayList<>(TABLES);
    rows.removeIf(r -> r.code().equals("310104") && r.revision().getYear() == 2019);
    rows.add(new CodeTableRow(LocalDate.of(2019, 4, 30), "310104", "徐家汇区"));

    assertThatThrownBy(() -> DivisionLineage.of(rows, CHANGES, NAMES))
        .hasMessage(
            "The code 310104 changed its name from 徐汇区 to 徐家汇区 without a declared change;"
                + " declare it in the code list division_change");
  }

  private DivisionVersion at(String code, String day) {
    return lineage.find(code, LocalDate.parse(day)).orElseThrow();
  }

  private static DivisionChange change(String id, String from, String to, String day) {
    return new DivisionChange(id, Kind.MERGE, Optional.of(from), to, LocalDate.parse(day), "");
  }

  private static List<CodeTableRow> tables() {
    String resource = "gb2260_shanghai_by_revision.csv";
    try (InputStream in =
            Objects.requireNonNull(TestDivisionLineage.class.getResourceAsStream(resource));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(c -> new CodeTableRow(CodeTableRow.revisionDate(c[1]), c[2], c[3]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
