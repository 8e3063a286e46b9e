package org.citylake.ingestion.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.citylake.core.json.ContentHash;

/**
 * The first 128 bits of a text's SHA-256, in place of texts that are too many to be held. That two
 * of a billion different texts have one hash has a probability below 1 in 10^20.
 */
public record TextHash(long high, long low) {
  private static final int HEXADECIMAL = 16;
  private static final int DIGITS = 16;

  /** An odd number, so that no two occurrences of one text meet. */
  private static final long STEP = 0x9E3779B97F4A7C15L;

  /** The hash of a text. */
  public static TextHash of(String text) {
    MessageDigest digest = ContentHash.digest();
    byte[] bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
    return new TextHash(number(bytes, 0), number(bytes, Long.BYTES));
  }

  /**
   * Reads a hash that is written as 32 hexadecimal digits.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static TextHash ofHexadecimal(String digits) {
    if (digits.length() != 2 * DIGITS) {
      throw new IllegalArgumentException("not 32 hexadecimal digits: " + digits);
    }
    return new TextHash(
        Long.parseUnsignedLong(digits, 0, DIGITS, HEXADECIMAL),
        Long.parseUnsignedLong(digits, DIGITS, 2 * DIGITS, HEXADECIMAL));
  }

  /** The hash of the n-th occurrence of the text, from 1; the first is the text's own. */
  public TextHash at(int occurrence) {
    return new TextHash(high, low + (occurrence - 1) * STEP);
  }

  private static long number(byte[] bytes, int from) {
    long number = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      number = number << Byte.SIZE | bytes[from + i] & 0xFF;
    }
    return number;
  }
}
