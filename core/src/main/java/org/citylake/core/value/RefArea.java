package org.citylake.core.value;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A division's code by GB/T 2260-2007: two digits each for province, prefecture and county, {@code
 * 310000} for the city, {@code 310115} for a district. Whether the code is in use on a day is said
 * by {@code city.district}, not here.
 *
 * @param code six digits
 */
public record RefArea(String code) {
  private static final Pattern FORM = Pattern.compile("[0-9]{6}");
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82");

  /** The whole city of Shanghai; after the sets, because it is checked against them. */
  public static final RefArea CITY = new RefArea("310000");

  /** Refuses what is no code. */
  public RefArea {
    if (!valid(code)) {
      throw new IllegalArgumentException("Not a GB/T 2260 code: '" + code + "'");
    }
  }

  /** Whether the text has the form of a code and begins with a province of GB/T 2260. */
  public static boolean valid(String text) {
    if (!FORM.matcher(text).matches() || !PROVINCES.contains(text.substring(0, 2))) {
      return false;
    }
    // A county without a prefecture above it cannot be.
    return !text.startsWith("00", 2) || text.endsWith("00");
  }

  /** The area of that code; empty when the text is none. */
  public static Optional<RefArea> find(String text) {
    return valid(text) ? Optional.of(new RefArea(text)) : Optional.empty();
  }

  /** The code of the province or municipality that it lies in. */
  public RefArea province() {
    return new RefArea(code.substring(0, 2) + "0000");
  }

  @Override
  public String toString() {
    return code;
  }
}
