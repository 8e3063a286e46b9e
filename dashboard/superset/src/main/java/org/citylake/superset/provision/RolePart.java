package org.citylake.superset.provision;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citylake.superset.asset.AssetUuid;
import org.citylake.superset.asset.FieldDifference;
import org.citylake.superset.client.ResourceKind;
import org.citylake.superset.client.RoleClient;
import org.citylake.superset.client.RolePermission;
import org.citylake.superset.client.SupersetAbility;
import org.citylake.superset.client.SupersetClient;
import org.citylake.superset.client.SupersetRole;
import org.citylake.superset.declared.DeclaredRole;

/**
 * Roles and the datasets that they open. Who has a role is Superset's administrators' to say and
 * never changed.
 */
final class RolePart extends NamedPart<DeclaredRole> {
  /** A dataset's resource ends with its number. */
  private static final Pattern NUMBER = Pattern.compile("\\(id:([0-9]+)\\)$");

  private final SupersetClient client;
  private final RoleClient roles;
  private final MadeHere made;

  RolePart(SupersetClient client, AssetUuid uuids, List<DeclaredRole> declared) {
    super("role", uuids, declared, DeclaredRole::name);
    this.client = client;
    this.roles = client.roles();
    this.made = new MadeHere(client, uuids);
  }

  @Override
  public Optional<String> missing() {
    return client.can(SupersetAbility.ROLES)
        ? Optional.empty()
        : Optional.of(SupersetAbility.ROLES.missing());
  }

  @Override
  Map<Integer, String> names() {
    return roles.list().stream().collect(Collectors.toMap(SupersetRole::id, SupersetRole::name));
  }

  @Override
  void delete(int id) {
    roles.delete(id);
  }

  @Override
  Look<DeclaredRole> look() {
    MadeHere.Numbering datasets = made.numbering(ResourceKind.DATASET);
    return new Look<>() {
      private final Map<Integer, Integer> permissions = new HashMap<>();

      @Override
      public List<FieldDifference> differences(int id, DeclaredRole role) {
        Set<String> permitted =
            roles.permissions(id).stream().map(p -> text(p, datasets)).collect(Collectors.toSet());
        Set<String> wanted =
            role.datasets().stream()
                .map(uuid -> RolePermission.DATASET + " " + datasets.name(uuid))
                .collect(Collectors.toSet());
        return new SetDifference().names("permissions", permitted, wanted).found();
      }

      /** A new role permits nothing, as a district's should. */
      @Override
      public void create(DeclaredRole role) {
        int id = roles.create(role.name());
        if (!role.datasets().isEmpty()) {
          update(id, role);
        }
      }

      @Override
      public void update(int id, DeclaredRole role) {
        if (permissions.isEmpty()) {
          roles
              .grantable(RolePermission.DATASET)
              .forEach(p -> number(p).ifPresent(dataset -> permissions.put(dataset, p.id())));
        }
        Set<Integer> permitted = new HashSet<>();
        for (UUID dataset : role.datasets()) {
          Integer permission = permissions.get(datasets.numbers().getOrDefault(dataset, -1));
          if (permission != null) {
            permitted.add(permission);
          }
        }
        roles.permit(id, permitted);
      }
    };
  }

  private static String text(RolePermission permission, MadeHere.Numbering datasets) {
    return permission.permission()
        + " "
        + number(permission).map(datasets::name).orElse(permission.resource());
  }

  private static Optional<Integer> number(RolePermission permission) {
    Matcher number = NUMBER.matcher(permission.resource());
    return permission.permission().equals(RolePermission.DATASET) && number.find()
        ? Optional.of(Integer.valueOf(number.group(1)))
        : Optional.empty();
  }
}
