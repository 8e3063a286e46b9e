package org.citylake.superset.asset;

/**
 * One field in which a Superset departs from what is declared.
 *
 * @param field path of the field, its parts joined by points; a column or metric by its name
 * @param there what the Superset has, as JSON; empty when it has nothing
 * @param declared what is declared, as JSON; empty when nothing is
 */
public record FieldDifference(String field, String there, String declared) {
  private static final int SHOWN = 80;

  @Override
  public String toString() {
    return field + ": " + shown(there) + " -> " + shown(declared);
  }

  private static String shown(String json) {
    if (json.isEmpty()) {
      return "absent";
    }
    return json.length() <= SHOWN ? json : json.substring(0, SHOWN) + "...";
  }
}
