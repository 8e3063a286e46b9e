package org.citylake.entities.noise;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Optional;
import org.citylake.entities.noise.AcousticLimits.Zone;
import org.jspecify.annotations.Nullable;

/**
 * The measured time of one station from 06:00 of a date to 06:00 of the next. Source: GB 3096-2008,
 * 3 and 5; for Ldn the day and night of 16 and 8 hours with 10 dB added by night.
 *
 * @param day what was measured by day
 * @param night what was measured by night
 * @param nightPeak the greatest level by night in dB(A); null when none was told
 */
public record NoiseDay(SoundEnergy day, SoundEnergy night, @Nullable BigDecimal nightPeak) {
  /** Nothing measured. */
  public static final NoiseDay EMPTY = new NoiseDay(SoundEnergy.SILENCE, SoundEnergy.SILENCE, null);

  private static final long DAY_HOURS = 16;
  private static final long NIGHT_HOURS = 8;
  private static final BigDecimal NIGHT_ADDITION = BigDecimal.TEN;

  /**
   * With one more measured time that lies in one part of the day.
   *
   * @param begins local time at which it begins
   * @param seconds how long it was
   * @param equivalent its Leq in dB(A)
   * @param greatest its Lmax in dB(A); null when it is not told
   */
  public NoiseDay plus(
      LocalTime begins, long seconds, BigDecimal equivalent, @Nullable BigDecimal greatest) {
    SoundEnergy energy = SoundEnergy.of(equivalent, seconds);
    if (DayPart.of(begins) == DayPart.DAY) {
      return new NoiseDay(day.plus(energy), night, nightPeak);
    }
    return new NoiseDay(day, night.plus(energy), greater(nightPeak, greatest));
  }

  /** With the measured time of another part of the same date. */
  public NoiseDay plus(NoiseDay other) {
    return new NoiseDay(
        day.plus(other.day), night.plus(other.night), greater(nightPeak, other.nightPeak));
  }

  private static @Nullable BigDecimal greater(
      @Nullable BigDecimal one, @Nullable BigDecimal other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** The equivalent level by day, Ld; empty when nothing was measured. */
  public Optional<BigDecimal> dayLevel() {
    return day.level();
  }

  /** The equivalent level by night, Ln; empty when nothing was measured. */
  public Optional<BigDecimal> nightLevel() {
    return night.level();
  }

  /** The level of day and night, Ldn; empty when either is missing. */
  public Optional<BigDecimal> dayNightLevel() {
    if (dayLevel().isEmpty() || nightLevel().isEmpty()) {
      return Optional.empty();
    }
    return SoundEnergy.of(dayLevel().orElseThrow(), DAY_HOURS)
        .plus(SoundEnergy.of(nightLevel().orElseThrow().add(NIGHT_ADDITION), NIGHT_HOURS))
        .level();
  }

  /** Whether the level of that part is over the zone's limit; empty when there is no level. */
  public Optional<Boolean> exceeds(Zone zone, DayPart part) {
    return (part == DayPart.DAY ? day : night)
        .level()
        .map(level -> level.compareTo(zone.limit(part)) > 0);
  }

  /** Whether a sudden noise at night was more than 15 dB over the limit; empty when not told. */
  public Optional<Boolean> peakExceeds(Zone zone) {
    return Optional.ofNullable(nightPeak).map(peak -> peak.compareTo(zone.nightPeak()) > 0);
  }
}
