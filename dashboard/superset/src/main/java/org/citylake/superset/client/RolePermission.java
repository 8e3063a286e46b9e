package org.citylake.superset.client;

/**
 * Leave to do something with something.
 *
 * @param id number of the pair in this Superset
 * @param permission what may be done, such as {@code datasource_access}
 * @param resource with what, such as {@code [database].[table](id:7)}
 */
public record RolePermission(int id, String permission, String resource) {
  /** What allows a role to read a dataset. */
  public static final String DATASET = "datasource_access";
}
