package org.citylake.dashboard.compile;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A JSON object under construction: keys lower_snake, written in sorted order, nulls kept. */
final class Document {
  private final Map<String, @Nullable Object> members = new TreeMap<>();

  /** Adds one member. */
  Document with(String name, @Nullable Object value) {
    members.put(name, value);
    return this;
  }

  /** The finished object. */
  Map<String, @Nullable Object> build() {
    return Collections.unmodifiableMap(members);
  }
}
