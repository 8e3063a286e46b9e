package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/**
 * Which keys an object of a declaration has, by its {@code type}.
 *
 * @param what the object in a sentence, such as {@code destination}
 * @param common keys of every type
 * @param required type to the keys that it needs
 * @param optional type to the keys that it may have
 */
record TypedKeys(
    String what,
    Set<String> common,
    Map<String, List<String>> required,
    Map<String, List<String>> optional) {

  /** Reports keys that are missing, and those of other types. */
  void check(YamlFile yaml, String place, JsonNode node, Problems problems) {
    String type = node.path("type").asText();
    List<String> needed = required.getOrDefault(type, List.of());
    List<String> allowed = optional.getOrDefault(type, List.of());
    for (String key : needed) {
      if (!node.has(key)) {
        problems.add(
            yaml.problem(
                place,
                "missing-key",
                key,
                "A " + what + " of type " + type + " needs the key '" + key + "'"));
      }
    }
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!common.contains(key) && !needed.contains(key) && !allowed.contains(key)) {
                problems.add(
                    yaml.problem(
                        YamlFile.child(place, key),
                        "foreign-key",
                        key,
                        "A " + what + " of type " + type + " has no key '" + key + "'"));
              }
            });
  }

  /** The reference to a secret; empty when the key is not there. */
  static Optional<SecretReference> secret(JsonNode node) {
    if (node.has("environment")) {
      return Optional.of(new SecretReference.Environment(node.path("environment").asText()));
    }
    return Texts.text(node.path("file")).map(SecretReference.File::new);
  }
}
