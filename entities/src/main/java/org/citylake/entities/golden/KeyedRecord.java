package org.citylake.entities.golden;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A record with the keys that it has.
 *
 * @param member the record
 * @param keys key to its value in the form in which it is compared, the strongest first; those that
 *     it lacks are left out
 */
record KeyedRecord(Member member, Map<String, String> keys) {

  /** The record with its keys by a declaration. */
  static KeyedRecord of(MergeDeclaration declaration, Member member) {
    Map<String, String> keys = new LinkedHashMap<>();
    for (String key : declaration.keys()) {
      MergeDeclaration.Attribute attribute =
          Objects.requireNonNull(declaration.attributes().get(key), key);
      member.value(key).ifPresent(value -> keys.put(key, attribute.kind().form(value)));
    }
    return new KeyedRecord(member, keys);
  }

  /** Its strongest key; empty when it has none. */
  Optional<String> lead() {
    return keys.keySet().stream().findFirst();
  }

  /** The strongest key that both have alike. */
  Optional<String> shared(KeyedRecord other) {
    return keys.entrySet().stream()
        .filter(key -> key.getValue().equals(other.keys.get(key.getKey())))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
