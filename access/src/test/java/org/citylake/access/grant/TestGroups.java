package org.citylake.access.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.citylake.access.user.Principal;
import org.citylake.core.cases.CaseResult;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped groups over the shipped contracts. */
class TestGroups {
  private static final DeclarationLibrary LIBRARY =
      DeclarationReader.load(
          Stream.of("core", "lakehouse", "ingestion", "metrics", "dashboard")
              .map(Path.of(System.getProperty("citylake.root"))::resolve)
              .toList());

  @Test
  void everyCaseOfTheShippedGroupsPasses() {
    List<CaseResult> results =
        LIBRARY.groups().stream().flatMap(g -> GroupCases.run(LIBRARY, g).stream()).toList();

    assertThat(results)
        .hasSizeGreaterThanOrEqualTo(8)
        .allSatisfy(r -> assertThat(r.differences()).isEmpty());
  }

  @Test
  void nobodyIsGrantedTheVault() {
    assertThat(GroupGrants.of(LIBRARY).values())
        .allSatisfy(
            group ->
                assertThat(group.tables().keySet()).noneMatch(table -> table.startsWith("vault")));
  }

  @Test
  void theFirstGroupWithAGrantOnATableDecidesAndRightsAreNotMixed() {
    Principal both = new Principal("both", List.of("district_analyst", "analyst"), "310107");

    Grants grants = Grants.of(both, LIBRARY);

    assertThat(grants.table("raw.hotline_ticket").orElseThrow().area())
        .contains(new TableGrant.AreaFilter("street_code", "310107"));
    assertThat(grants.table("audit.load").orElseThrow().area()).isEmpty();
    assertThat(grants.table("vault.quarantine")).isEmpty();
  }

  @Test
  void whoHasNoDistrictSeesNoRowsOfOneDistrict() {
    Principal nowhere = new Principal("nowhere", List.of("district_analyst"), "");

    assertThat(Grants.of(nowhere, LIBRARY).table("raw.hotline_ticket")).isEmpty();
  }

  @Test
  void aFileGivesTheSameGrants(@TempDir Path folder) {
    Path file = folder.resolve("grants.tsv");
    GrantsFile.write(file, GroupGrants.of(LIBRARY));

    assertThat(GrantsFile.read(file)).isEqualTo(GroupGrants.of(LIBRARY));
  }
}
