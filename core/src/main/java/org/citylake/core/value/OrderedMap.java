package org.citylake.core.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Unmodifiable copies that keep the order of writing, which {@link Map#copyOf} does not. */
public final class OrderedMap {
  private OrderedMap() {}

  /** A copy in the same order. */
  public static <K, V> Map<K, V> copyOf(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
