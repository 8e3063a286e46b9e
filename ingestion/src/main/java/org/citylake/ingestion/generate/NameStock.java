package org.citylake.ingestion.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Surnames and characters of given names, from which names are put together at random. */
final class NameStock {
  /** Share of given names with a rare character. */
  static final double RARE = 0.008;

  /** Share of names with a character that has a variant. */
  static final double VARIED = 0.8;

  private static final List<String> SYLLABLES =
      List.of("阿依", "古丽", "买买", "艾力", "提江", "努尔", "巴特", "其木");
  private static final List<String> FOREIGN =
      List.of("ALDER", "BIRCH", "CEDAR", "HAZEL", "LINDEN", "MAPLE", "ROWAN", "WILLOW");

  private final Weighted<String> surnames;
  private final Map<String, List<String>> given = new HashMap<>();
  private final Map<String, String> alike = new HashMap<>();
  private final Set<String> rare;

  NameStock() {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (Map<String, String> row : Resource.rows("surnames.csv")) {
      String surname = row.getOrDefault("surname", "");
      weights.put(surname, Double.parseDouble(row.getOrDefault("weight", "1")));
      keepVariant(surname, row.getOrDefault("variant", ""));
    }
    surnames = Weighted.of(weights);
    for (Map<String, String> row : Resource.rows("given_characters.csv")) {
      String character = row.getOrDefault("character", "");
      given.computeIfAbsent(row.getOrDefault("kind", ""), k -> new ArrayList<>()).add(character);
      keepVariant(character, row.getOrDefault("homophone", ""));
    }
    rare = new HashSet<>(given.getOrDefault("rare", List.of()));
  }

  private void keepVariant(String character, String variant) {
    if (!variant.isEmpty()) {
      alike.put(character, variant);
    }
  }

  String surname(Draw draw) {
    return surnames.at(draw.unit("surname"));
  }

  /** A given name of one or two characters. */
  String givenName(Draw draw, boolean male) {
    List<String> characters = given.getOrDefault(male ? "male" : "female", List.of());
    String first = draw.pick("given", characters);
    if (draw.chance("rare", RARE)) {
      first = draw.pick("rare-character", given.getOrDefault("rare", List.of()));
    }
    return draw.chance("one-character", 0.22) ? first : first + draw.pick("second", characters);
  }

  /** A name with a middle dot, as some minorities have. */
  String dottedName(Draw draw) {
    return draw.pick("dotted", SYLLABLES)
        + draw.pick("dotted-second", SYLLABLES)
        + "·"
        + draw.pick("dotted-third", SYLLABLES);
  }

  /** A name in Latin letters: of a tree, so that it is nobody's. */
  String foreignName(Draw draw) {
    return draw.pick("foreign", FOREIGN) + " " + draw.pick("foreign-second", FOREIGN);
  }

  /** The name with one character for another that sounds or looks alike, where there is one. */
  Optional<String> variantOf(String name) {
    for (int i = name.length() - 1; i >= 0; i--) {
      String other = alike.get(name.substring(i, i + 1));
      if (other != null) {
        return Optional.of(name.substring(0, i) + other + name.substring(i + 1));
      }
    }
    return Optional.empty();
  }

  /** The name with its rare character lost, where it has one. */
  Optional<String> withoutRare(String name, boolean privateUse) {
    for (String character : rare) {
      if (name.contains(character)) {
        return Optional.of(name.replace(character, privateUse ? "\uE863" : "?"));
      }
    }
    return Optional.empty();
  }
}
