package org.citylake.superset.declared;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.citylake.access.grant.GroupGrants;
import org.citylake.access.user.Principal;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.asset.AssetUuid;
import org.citylake.superset.client.ResourceKind;

/**
 * Who sees what in Superset: a role for each group that may open a dataset, and where a group sees
 * its own district alone, a role and rules for each district. Somebody who has such a group's role
 * and no district's sees no row.
 *
 * @param roles of groups, then of districts
 * @param rules on rows
 */
public record DeclaredAccess(List<DeclaredRole> roles, List<DeclaredRule> rules) {
  public DeclaredAccess {
    roles = List.copyOf(roles);
    rules = List.copyOf(rules);
  }

  /** Nobody is given anything: administrators alone see it. */
  public static DeclaredAccess none() {
    return new DeclaredAccess(List.of(), List.of());
  }

  /**
   * What the groups' grants say.
   *
   * @param assets of which the datasets are given
   * @param reader the user by whose grants Superset reads
   */
  static DeclaredAccess of(
      DeclarationLibrary library, AssetUuid uuids, List<Asset> assets, Principal reader) {
    List<DeclaredRole> roles = new ArrayList<>();
    Map<String, Set<UUID>> datasetsByColumn = new TreeMap<>();
    Map<String, Set<String>> rolesByColumn = new TreeMap<>();
    DatasetReach reach = DatasetReach.of(library, reader);
    for (GroupGrants group : GroupGrants.of(library).values()) {
      String role = uuids.named(group.group());
      Set<UUID> open = new HashSet<>();
      for (Asset asset : assets) {
        Optional<Set<String>> filtered =
            asset.kind() == ResourceKind.DATASET ? reach.of(group, asset) : Optional.empty();
        filtered.ifPresent(
            columns -> {
              open.add(asset.uuid());
              for (String column : columns) {
                datasetsByColumn.computeIfAbsent(column, c -> new HashSet<>()).add(asset.uuid());
                rolesByColumn.computeIfAbsent(column, c -> new HashSet<>()).add(role);
              }
            });
      }
      if (!open.isEmpty()) {
        roles.add(new DeclaredRole(role, open));
      }
    }
    List<DeclaredRule> rules = new ArrayList<>();
    if (!datasetsByColumn.isEmpty()) {
      List<Map<String, String>> districts = districts(library);
      districts.forEach(
          district ->
              roles.add(
                  new DeclaredRole(uuids.named(district.getOrDefault("code", "")), Set.of())));
      datasetsByColumn.forEach(
          (column, datasets) -> {
            Set<String> groups = rolesByColumn.getOrDefault(column, Set.of());
            rules.add(noRow(uuids, column, datasets, groups));
            districts.forEach(district -> rules.add(own(uuids, column, datasets, district)));
          });
    }
    return new DeclaredAccess(roles, rules);
  }

  private static DeclaredRule noRow(
      AssetUuid uuids, String column, Set<UUID> datasets, Set<String> roles) {
    return new DeclaredRule(
        uuids.named("none:" + column),
        "没有地区的用户不见任何行 No row without a district's role",
        uuids.named(column),
        "1 = 0",
        datasets,
        roles);
  }

  private static DeclaredRule own(
      AssetUuid uuids, String column, Set<UUID> datasets, Map<String, String> district) {
    String code = district.getOrDefault("code", "");
    return new DeclaredRule(
        uuids.named(code + ":" + column),
        "只见本区 Own district: "
            + district.getOrDefault("name_zh", "")
            + " "
            + district.getOrDefault("name_en", ""),
        uuids.named(column),
        "starts_with(" + column + ", '" + code + "')",
        datasets,
        Set.of(uuids.named(code)));
  }

  /** The districts of today. */
  private static List<Map<String, String>> districts(DeclarationLibrary library) {
    return library.loadCodelist("division").rows().stream()
        .filter(row -> "current".equals(row.get("status")))
        .filter(row -> row.getOrDefault("code", "").matches("[0-9]{6}"))
        .filter(row -> !row.getOrDefault("code", "").endsWith("0000"))
        .toList();
  }
}
