package org.citylake.superset.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Roles and what they permit. */
public final class RoleClient {
  private static final String SECURITY = "/api/v1/security/";
  private static final String ROLES = SECURITY + "roles/";

  private final SupersetSession session;

  RoleClient(SupersetSession session) {
    this.session = session;
  }

  /** Every role, by number. */
  public List<SupersetRole> list() {
    return RowPages.all(
            session,
            ROLES,
            Map.of(
                "columns", List.of("id", "name"), "order_column", "id", "order_direction", "asc"))
        .stream()
        .map(row -> new SupersetRole(row.path("id").asInt(), row.path("name").asText()))
        .toList();
  }

  /**
   * Makes a role that permits nothing yet.
   *
   * @return its number
   */
  public int create(String name) {
    return session.send("POST", ROLES, Map.of("name", name)).path("id").asInt();
  }

  /** Deletes a role; its members lose what it permitted. */
  public void delete(int role) {
    session.delete(ROLES + role);
  }

  /** What the role permits. */
  public List<RolePermission> permissions(int role) {
    List<RolePermission> permissions = new ArrayList<>();
    session
        .get(ROLES + role + "/permissions/")
        .path("result")
        .forEach(
            row ->
                permissions.add(
                    permission(row, row.path("permission_name"), row.path("view_menu_name"))));
    return List.copyOf(permissions);
  }

  /** Lets the role permit these and nothing else. */
  public void permit(int role, Collection<Integer> permissions) {
    session.send(
        "POST",
        ROLES + role + "/permissions",
        Map.of("permission_view_menu_ids", List.copyOf(permissions)));
  }

  /**
   * All there is to permit under one name.
   *
   * @param permission such as {@link RolePermission#DATASET}
   */
  public List<RolePermission> grantable(String permission) {
    // A list of pairs is filtered by the permission's number alone.
    return RowPages.all(session, SECURITY + "permissions/", where("name", "eq", permission))
        .stream()
        .flatMap(
            named ->
                RowPages.all(
                    session,
                    SECURITY + "permissions-resources/",
                    where("permission", "rel_o_m", named.path("id").asInt()))
                    .stream())
        .map(row -> permission(row, row.at("/permission/name"), row.at("/view_menu/name")))
        .toList();
  }

  private static Map<String, Object> where(String column, String operator, Object value) {
    return Map.of(
        "order_column",
        "id",
        "order_direction",
        "asc",
        "filters",
        List.of(Map.of("col", column, "opr", operator, "value", value)));
  }

  private static RolePermission permission(JsonNode row, JsonNode permission, JsonNode resource) {
    return new RolePermission(row.path("id").asInt(), permission.asText(), resource.asText());
  }
}
