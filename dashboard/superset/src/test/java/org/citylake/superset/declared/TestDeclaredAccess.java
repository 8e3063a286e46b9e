package org.citylake.superset.declared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.citylake.access.user.Principal;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.asset.AssetUuid;
import org.junit.jupiter.api.Test;

/** Who may open which dataset, by the shipped groups, where Superset reads as an analyst. */
final class TestDeclaredAccess {
  private static final DeclarationLibrary LIBRARY =
      DeclarationReader.load(List.of(Path.of(System.getProperty("citylake.root"))));
  private static final AssetUuid UUIDS = new AssetUuid("citylake");

  private final DeclaredAssets declared = read("analyst");

  @Test
  void eachGroupHasARoleWithTheDatasetsThatSqlShowsItToo() {
    assertThat(declared.access().roles())
        .extracting(DeclaredRole::name)
        .contains("citylake:leader", "citylake:visitor", "citylake:analyst", "citylake:evaluator");
    assertThat(open("visitor")).contains("figure", "index_rank").doesNotContain("case_now");
    assertThat(open("leader")).contains("figure", "case_now", "warning");
    assertThat(open("analyst")).containsAll(open("leader"));
  }

  @Test
  void whatSqlMasksForAGroupIsNotOpenToIt() {
    // Masked for the visitor, clear for the analyst by whose grants Superset reads.
    assertThat(open("visitor")).doesNotContain("service_case", "person");
    // A reader who sees no more than a visitor has nothing to hide from him.
    assertThat(open(read("visitor"), "visitor")).containsAll(open("visitor"));
  }

  @Test
  void aDistrictsUsersSeeTheirDistrictAndWithoutOneNoRow() {
    List<DeclaredRule> rules = declared.access().rules();
    DeclaredRule none = rule(rules, "citylake:none:ref_area");
    DeclaredRule putuo = rule(rules, "citylake:310107:ref_area");

    assertThat(none.clause()).isEqualTo("1 = 0");
    assertThat(none.roles())
        .containsExactlyInAnyOrder("citylake:district_analyst", "citylake:district_leader");
    assertThat(putuo.clause()).isEqualTo("starts_with(ref_area, '310107')");
    assertThat(putuo.roles()).containsExactly("citylake:310107");
    assertThat(putuo.description()).contains("普陀区", "Putuo");
    // One of the rules of a column must be met, so the district's opens what the group's closes.
    assertThat(putuo.groupKey()).isEqualTo(none.groupKey());
    assertThat(names(declared, putuo.datasets())).contains("case_now", "service_case");
    assertThat(names(declared, putuo.datasets())).doesNotContain("figure");
    assertThat(rules.stream().filter(r -> r.groupKey().equals("citylake:ref_area"))).hasSize(17);
  }

  private static DeclaredAssets read(String group) {
    return DeclaredAssets.of(
        LIBRARY,
        UUIDS,
        new SqlConnection(
            "127.0.0.1",
            8443,
            new Principal("superset", List.of(group), ""),
            Path.of("/home/certificate.pem")));
  }

  private Set<String> open(String group) {
    return open(declared, group);
  }

  private static Set<String> open(DeclaredAssets declared, String group) {
    return declared.access().roles().stream()
        .filter(role -> role.name().equals("citylake:" + group))
        .findFirst()
        .map(role -> names(declared, role.datasets()))
        .orElseThrow();
  }

  private static Set<String> names(DeclaredAssets declared, Set<UUID> datasets) {
    Map<UUID, String> names =
        declared.assets().stream().collect(Collectors.toMap(Asset::uuid, Asset::name));
    return datasets.stream()
        .map(uuid -> names.getOrDefault(uuid, "unknown"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static DeclaredRule rule(List<DeclaredRule> rules, String name) {
    return rules.stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
  }
}
