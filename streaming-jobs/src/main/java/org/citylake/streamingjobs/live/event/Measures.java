package org.citylake.streamingjobs.live.event;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an event in the order of the stream's measures, as few bytes: they are many, in
 * flight and in the state. Each is its length and its unscaled value at scale 10, most significant
 * byte first, as short as can be; length 0 is a number that was not measured. So equal numbers have
 * equal bytes.
 */
public final class Measures {
  /** Digits behind the point of every number. */
  public static final int SCALE = 10;

  private static final int LONG = 8;

  private final byte[] bytes;

  private Measures(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The numbers.
   *
   * @param numbers of scale 10 and at most 38 digits; null for one that was not measured
   */
  public static Measures of(@Nullable BigDecimal[] numbers) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(numbers.length * LONG);
    for (BigDecimal number : numbers) {
      byte[] unscaled = number == null ? new byte[0] : unscaled(number);
      out.write(unscaled.length);
      out.writeBytes(unscaled);
    }
    return new Measures(out.toByteArray());
  }

  private static byte[] unscaled(BigDecimal number) {
    if (number.scale() != SCALE) {
      throw new IllegalArgumentException(number + " is not of scale " + SCALE);
    }
    return number.unscaledValue().toByteArray();
  }

  /** What {@link #bytes} gave. */
  public static Measures read(byte[] bytes) {
    return new Measures(bytes);
  }

  /** Not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** The numbers, so many as there are measures. */
  public @Nullable BigDecimal[] numbers(int count) {
    @Nullable BigDecimal[] numbers = new BigDecimal[count];
    int at = 0;
    for (int i = 0; i < count; i++) {
      int length = bytes[at];
      if (length > 0) {
        numbers[i] = number(at + 1, length);
      }
      at += 1 + length;
    }
    return numbers;
  }

  private BigDecimal number(int from, int length) {
    if (length > LONG) {
      return new BigDecimal(new BigInteger(bytes, from, length), SCALE);
    }
    long unscaled = bytes[from];
    for (int i = 1; i < length; i++) {
      unscaled = unscaled << LONG | bytes[from + i] & 0xff;
    }
    return BigDecimal.valueOf(unscaled, SCALE);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Measures measures && Arrays.equals(bytes, measures.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
