package org.citylake.core.stewardship;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * What may stand in the journal: bounded, without control characters, and without the numbers by
 * which persons are told, as the journal is no vault. Messages never repeat the value.
 */
public final class StewardText {
  /** Most characters of a text. */
  public static final int LONGEST = 500;

  private static final int LONGEST_KEY = 200;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");
  private static final Pattern IDENTITY =
      Pattern.compile("(?<![0-9])[1-8][0-9]{5}(?:19|20)[0-9]{9}[0-9Xx](?![0-9])");
  private static final Pattern MOBILE = Pattern.compile("(?<![0-9])1[3-9][0-9]{9}(?![0-9])");

  // GB 11643-1999: weights of the digits, and the check characters by remainder.
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  private StewardText() {}

  /** Requires a name as declarations have it. */
  static void name(String what, String value) {
    require(NAME.matcher(value).matches(), what, "must be a name such as legal_entity");
  }

  /** Requires the id of a golden record. */
  static void cityId(String value) {
    require(value.matches("[0-9A-Za-z_-]{1,80}"), "city id", "must be an id of a golden record");
  }

  /** Requires the key of a record; a resident's number is none, raw tables have its token. */
  static void key(String value) {
    require(!value.isBlank(), "key", "must not be empty");
    require(value.length() <= LONGEST_KEY, "key", "must be of at most 200 characters");
    require(plain(value, false), "key", "must not have control characters");
    require(
        !namesResident(value),
        "key",
        "must be as raw tables have it: the token, not the number of a resident");
  }

  /** Requires words of at most {@link #LONGEST} characters. */
  static void words(String what, String value, int least) {
    require(value.strip().length() >= least, what, "must not be empty");
    require(value.length() <= LONGEST, what, "must be of at most " + LONGEST + " characters");
    require(plain(value, true), what, "must not have control characters");
    require(
        !namesResident(value) && !MOBILE.matcher(value).find(),
        what,
        "must not have the number of a resident or of a mobile phone: name the record by its city"
            + " id or its key");
  }

  private static boolean plain(String value, boolean lines) {
    return value
        .chars()
        .allMatch(c -> (lines && (c == '\n' || c == '\r')) || !Character.isISOControl(c));
  }

  private static boolean namesResident(String value) {
    Matcher found = IDENTITY.matcher(value);
    while (found.find()) {
      String number = found.group();
      int sum = 0;
      for (int i = 0; i < WEIGHTS.length; i++) {
        sum += WEIGHTS[i] * (number.charAt(i) - '0');
      }
      if (CHECKS.charAt(sum % CHECKS.length()) == Character.toUpperCase(number.charAt(17))) {
        return true;
      }
    }
    return false;
  }

  static void require(boolean holds, String what, String rule) {
    if (!holds) {
      throw new CityLakeException(Kind.USER, "The " + what + " " + rule);
    }
  }
}
