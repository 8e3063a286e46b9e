package org.citylake.entities.identifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the credit code that was meant when letters and digits of the same look were mixed up: the
 * characters that never occur in credit codes are exchanged all, else one other character is.
 */
final class CreditCodeSuggestion {
  private static final Map<Character, String> LOOKALIKES =
      Map.ofEntries(
          Map.entry('O', "0DQ"),
          Map.entry('I', "1L"),
          Map.entry('Z', "2"),
          Map.entry('S', "5"),
          Map.entry('V', "UY"),
          Map.entry('0', "DQ"),
          Map.entry('D', "0"),
          Map.entry('Q', "0"),
          Map.entry('1', "L"),
          Map.entry('L', "1"),
          Map.entry('8', "B"),
          Map.entry('B', "8"));
  private static final int MOST_EXCHANGED = 4;

  private CreditCodeSuggestion() {}

  /** The right code, when exactly one comes out; never the text itself. */
  static Optional<String> of(String text) {
    List<Integer> impossible = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      if (CheckCharacter.CREDIT_ALPHABET.indexOf(text.charAt(i)) < 0) {
        impossible.add(i);
      }
    }
    if (impossible.size() > MOST_EXCHANGED) {
      return Optional.empty();
    }
    List<String> candidates = new ArrayList<>();
    if (impossible.isEmpty()) {
      for (int i = 0; i < text.length(); i++) {
        candidates.addAll(exchanged(text, i));
      }
    } else {
      candidates.add(text);
      for (int place : impossible) {
        candidates = candidates.stream().flatMap(c -> exchanged(c, place).stream()).toList();
      }
    }
    List<String> right =
        candidates.stream().filter(c -> UnifiedSocialCreditCode.fault(c).isEmpty()).toList();
    return right.size() == 1 ? Optional.of(right.get(0)) : Optional.empty();
  }

  private static List<String> exchanged(String text, int place) {
    return LOOKALIKES
        .getOrDefault(text.charAt(place), "")
        .chars()
        .mapToObj(c -> text.substring(0, place) + (char) c + text.substring(place + 1))
        .toList();
  }

  /** {@code '0' for 'O' at position 11}, for each place where the two differ. */
  static String difference(String text, String suggestion) {
    List<String> places = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != suggestion.charAt(i)) {
        places.add(
            "'" + suggestion.charAt(i) + "' for '" + text.charAt(i) + "' at position " + (i + 1));
      }
    }
    return String.join(", ", places);
  }
}
