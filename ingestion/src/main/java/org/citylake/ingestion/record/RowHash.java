package org.citylake.ingestion.record;

import java.util.Map;
import java.util.TreeMap;
import org.citylake.core.json.ContentHash;
import org.citylake.ingestion.type.ValueText;
import org.jspecify.annotations.Nullable;

/**
 * Content hash of a typed row: 32 hexadecimal digits, equal for equal values whatever their Java
 * type, their scale and the order of columns. A missing value and an absent column are the same.
 */
public final class RowHash {
  private RowHash() {}

  /** The hash over all given columns. */
  public static String of(Map<String, ? extends @Nullable Object> values) {
    StringBuilder text = new StringBuilder();
    for (String column : new TreeMap<>(values).keySet()) {
      String value = ValueText.of(values.get(column));
      if (value != null) {
        text.append(column).append('\u001F').append(value).append('\u001E');
      }
    }
    return ContentHash.of(text.toString()).substring(0, 32);
  }
}
