package org.citylake.ingestion.format;

import java.util.Map;
import java.util.regex.Pattern;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * How much a packed file may unpack to, so that a small file cannot fill the machine.
 *
 * @param bytes at most so many bytes
 * @param ratio at most so many times the packed size, once more than {@link #FREE} bytes came out
 */
record UnpackLimit(long bytes, long ratio) {
  /** Name of the environment variable that sets the size, in bytes. */
  static final String VARIABLE = "CITYLAKE_MAX_UNPACKED";

  /** Below so many bytes the ratio does not count: a short file of blanks is no attack. */
  static final long FREE = 10L << 20;

  private static final long DEFAULT_BYTES = 10L << 30;
  private static final long DEFAULT_RATIO = 100;
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

  /**
   * The limit that the environment sets, else 10 GiB; a ratio of 100 in any case.
   *
   * @throws CityLakeException of kind USER when the variable is no number of bytes
   */
  static UnpackLimit of(Map<String, String> environment) {
    String text = environment.getOrDefault(VARIABLE, Long.toString(DEFAULT_BYTES));
    if (!DIGITS.matcher(text).matches()) {
      throw new CityLakeException(
          Kind.USER, VARIABLE + " is '" + text + "': set a number of bytes, such as 10737418240");
    }
    return new UnpackLimit(Long.parseLong(text), DEFAULT_RATIO);
  }
}
