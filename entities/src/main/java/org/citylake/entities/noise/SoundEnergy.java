package org.citylake.entities.noise;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Sound levels over time as energy, in whole numbers: sums are exact, so no order, grouping or
 * engine can change them, and the live figure equals the batch figure bit for bit.
 *
 * <p>A level's energy is 10^(L/10), in billionths and rounded once; {@link StrictMath} gives the
 * same on every machine. Source of the equivalent level: GB 3096-2008, 3.2.
 *
 * @param energySeconds sum of energy × seconds, in billionths
 * @param seconds how long was measured
 */
public record SoundEnergy(BigInteger energySeconds, long seconds) {
  /** Digits after the point of a level in dB(A). */
  public static final int SCALE = 4;

  /** Nothing measured. */
  public static final SoundEnergy SILENCE = new SoundEnergy(BigInteger.ZERO, 0);

  private static final int DIGITS = 9;
  private static final int TENTH = 10;
  private static final BigDecimal LOUDEST = new BigDecimal(200);

  public SoundEnergy {
    if (seconds < 0 || energySeconds.signum() < 0) {
      throw new IllegalArgumentException(
          "Sound energy is not negative: " + energySeconds + " in " + seconds + " s");
    }
  }

  /** The energy of a level in dB(A), 0..200, over that time. */
  public static SoundEnergy of(BigDecimal level, long seconds) {
    if (level.signum() < 0 || level.compareTo(LOUDEST) > 0) {
      throw new IllegalArgumentException("A level lies between 0 and 200 dB(A): " + level);
    }
    return new SoundEnergy(energy(level).multiply(BigInteger.valueOf(seconds)), seconds);
  }

  private static BigInteger energy(BigDecimal level) {
    return new BigDecimal(StrictMath.pow(TENTH, level.doubleValue() / TENTH))
        .scaleByPowerOfTen(DIGITS)
        .setScale(0, RoundingMode.HALF_EVEN)
        .toBigInteger();
  }

  /** Both together. */
  public SoundEnergy plus(SoundEnergy other) {
    return new SoundEnergy(
        energySeconds.add(other.energySeconds), Math.addExact(seconds, other.seconds));
  }

  /** The equivalent level Leq in dB(A), 4 digits; empty when nothing was measured. */
  public Optional<BigDecimal> level() {
    if (seconds == 0 || energySeconds.signum() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        level(
            new BigDecimal(energySeconds)
                .scaleByPowerOfTen(-DIGITS)
                .divide(BigDecimal.valueOf(seconds), DIGITS, RoundingMode.HALF_EVEN)));
  }

  /** The level of a mean energy. */
  private static BigDecimal level(BigDecimal energy) {
    return BigDecimal.valueOf(TENTH * StrictMath.log10(energy.doubleValue()))
        .setScale(SCALE, RoundingMode.HALF_EVEN);
  }
}
