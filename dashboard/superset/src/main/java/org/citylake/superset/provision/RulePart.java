package org.citylake.superset.provision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citylake.superset.asset.AssetUuid;
import org.citylake.superset.asset.FieldDifference;
import org.citylake.superset.client.ResourceKind;
import org.citylake.superset.client.RowRule;
import org.citylake.superset.client.RowRuleClient;
import org.citylake.superset.client.SupersetAbility;
import org.citylake.superset.client.SupersetClient;
import org.citylake.superset.client.SupersetRole;
import org.citylake.superset.declared.DeclaredRule;

/** Row-level security. */
final class RulePart extends NamedPart<DeclaredRule> {
  private final SupersetClient client;
  private final RowRuleClient rules;
  private final MadeHere made;

  RulePart(SupersetClient client, AssetUuid uuids, List<DeclaredRule> declared) {
    super("row-level rule", uuids, declared, DeclaredRule::name);
    this.client = client;
    this.rules = client.rowRules();
    this.made = new MadeHere(client, uuids);
  }

  /** Rules name roles: without the one the other cannot be brought there. */
  @Override
  public Optional<String> missing() {
    return List.of(SupersetAbility.ROW_RULES, SupersetAbility.ROLES).stream()
        .filter(ability -> !client.can(ability))
        .map(ability -> "row-level rules are left out: " + ability.missing())
        .findFirst();
  }

  @Override
  Map<Integer, String> names() {
    Map<Integer, String> names = new HashMap<>();
    rules.list().forEach((id, rule) -> names.put(id, rule.name()));
    return names;
  }

  @Override
  void delete(int id) {
    rules.delete(id);
  }

  @Override
  Look<DeclaredRule> look() {
    Map<Integer, RowRule> there = rules.list();
    MadeHere.Numbering datasets = made.numbering(ResourceKind.DATASET);
    List<SupersetRole> known = client.roles().list();
    Map<Integer, String> roleNames =
        known.stream().collect(Collectors.toMap(SupersetRole::id, SupersetRole::name));
    Map<String, Integer> roleNumbers =
        known.stream().collect(Collectors.toMap(SupersetRole::name, SupersetRole::id));
    return new Look<>() {
      @Override
      public List<FieldDifference> differences(int id, DeclaredRule rule) {
        RowRule now = Objects.requireNonNull(there.get(id));
        return new SetDifference()
            .field("clause", now.clause(), rule.clause())
            .field("filter_type", now.kind().text(), RowRule.Kind.REGULAR.text())
            .field("group_key", now.groupKey(), rule.groupKey())
            .names(
                "tables",
                now.tables().stream().map(datasets::name).collect(Collectors.toSet()),
                rule.datasets().stream().map(datasets::name).collect(Collectors.toSet()))
            .names(
                "roles",
                now.roles().stream()
                    .map(role -> roleNames.getOrDefault(role, String.valueOf(role)))
                    .collect(Collectors.toSet()),
                rule.roles())
            .found();
      }

      @Override
      public void create(DeclaredRule rule) {
        rules.create(wanted(rule));
      }

      @Override
      public void update(int id, DeclaredRule rule) {
        rules.update(id, wanted(rule));
      }

      private RowRule wanted(DeclaredRule rule) {
        return new RowRule(
            rule.name(),
            rule.description(),
            RowRule.Kind.REGULAR,
            rule.groupKey(),
            rule.clause(),
            rule.datasets().stream().map(datasets.numbers()::get).filter(Objects::nonNull).toList(),
            rule.roles().stream().map(roleNumbers::get).filter(Objects::nonNull).toList());
      }
    };
  }
}
