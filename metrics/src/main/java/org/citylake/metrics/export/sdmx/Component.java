package org.citylake.metrics.export.sdmx;

import java.util.Map;
import java.util.function.Function;
import org.citylake.metrics.export.ExportReference.Names;
import org.jspecify.annotations.Nullable;

/**
 * A dimension or an attribute of a data message.
 *
 * @param id its concept, such as REF_AREA
 * @param names what it is called
 * @param kind how its values are written
 * @param value of a row; null for none
 * @param label what a value is called; of coded components only
 */
record Component(
    String id,
    Names names,
    Kind kind,
    Function<Map<String, ?>, @Nullable Object> value,
    Function<String, Names> label) {

  /** How values are written. */
  enum Kind {
    /** A list of codes with names; observations point into it. */
    CODED,
    /** A list of periods; observations point into it. */
    TIME,
    /** The value itself stands in the observation. */
    PLAIN
  }

  static Component coded(String id, Names names, String column, Function<String, Names> label) {
    return new Component(id, names, Kind.CODED, row -> row.get(column), label);
  }

  static Component plain(String id, Names names, String column) {
    return new Component(
        id, names, Kind.PLAIN, row -> row.get(column), code -> new Names(code, code));
  }

  /** The value as text; empty for none. */
  String text(Map<String, ?> row) {
    Object found = value.apply(row);
    return found == null ? "" : found.toString();
  }
}
