package org.citylake.dashboard.compile;

import java.util.Map;
import java.util.TreeMap;

/** Whole numbers beyond 2^53 as text: a browser would round them. */
final class Texts {
  private Texts() {}

  /** Snapshot ids by table, as text. */
  static Map<String, String> values(Map<String, Long> numbers) {
    Map<String, String> texts = new TreeMap<>();
    numbers.forEach((name, number) -> texts.put(name, Long.toString(number)));
    return texts;
  }
}
