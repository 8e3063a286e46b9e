package org.citylake.trinoplugin;

import io.trino.spi.type.Type;

/** What stands in place of a value that is not for the user. */
final class Mask {
  /** It stands for missing values too, so it does not tell which are missing. */
  private static final String TEXT = "'***'";

  private Mask() {}

  /** In Trino's SQL, of the column's type. */
  static String of(Type type) {
    return type.getDisplayName().equals("varchar")
        ? TEXT
        : "CAST(NULL AS " + type.getDisplayName() + ")";
  }
}
