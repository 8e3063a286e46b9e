package org.citylake.cli.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.citylake.cli.engine.ChildProcess;
import org.jspecify.annotations.Nullable;

/**
 * How a stream came back after its process was killed, while readings went on to come.
 *
 * @param firstSeconds from the kill to the first commit of what came after it; null when there was
 *     none in time
 * @param caughtUpSeconds from the kill until it had caught up; null when it had not in time
 * @param behindSeconds how much it had outstanding in the end, in seconds of the readings' rate
 */
record Recovery(
    @Nullable Double firstSeconds, @Nullable Double caughtUpSeconds, double behindSeconds) {
  private static final double AIM = 30;

  /** What a stream that keeps up may have outstanding: a checkpoint, its commit and a look. */
  private static final int OUTSTANDING_SECONDS = 8;

  private static final int LOOK = 200;
  private static final int TOLD_SECONDS = 30;

  /** Messages that the newest commit had counted. */
  interface Arrived {
    long count() throws IOException;
  }

  /**
   * Looks at it until it has caught up or the patience is over.
   *
   * @param watch begun with the kill
   * @param rate readings a second
   * @param atKill readings that had been sent at the kill
   * @param again the process that was started anew
   * @param progress told now and then how far it is
   * @throws org.citylake.core.CityLakeException when the process ends
   */
  static Recovery watch(
      Stopwatch watch,
      Duration patience,
      int rate,
      long atKill,
      ChildProcess again,
      LongSupplier sent,
      Arrived arrived,
      Consumer<String> progress)
      throws IOException, InterruptedException {
    @Nullable Double first = null;
    double told = 0;
    while (true) {
      long taken = arrived.count();
      double behind = (sent.getAsLong() - taken) / (double) rate;
      double seconds = watch.seconds();
      first = first == null && taken >= atKill ? Double.valueOf(seconds) : first;
      if (taken >= atKill && behind < OUTSTANDING_SECONDS) {
        return new Recovery(first, seconds, behind);
      }
      if (seconds > patience.toSeconds()) {
        return new Recovery(first, null, behind);
      }
      if (!again.alive()) {
        throw again.failure("ended after it was started again");
      }
      if (seconds - told > TOLD_SECONDS) {
        told = seconds;
        progress.accept(
            String.format(Locale.ROOT, "%.0f s after the kill: %.1f s behind", seconds, behind));
      }
      Thread.sleep(LOOK);
    }
  }

  /** A sentence for people. */
  String told(int rate) {
    return String.format(Locale.ROOT, "killed at %,d readings a second: ", rate)
        + (caughtUpSeconds == null
            ? String.format(Locale.ROOT, "not caught up, %.1f s behind", behindSeconds)
            : String.format(Locale.ROOT, "caught up after %.1f s", caughtUpSeconds))
        + String.format(
            Locale.ROOT,
            ", aim %.0f, %s",
            AIM,
            MeasuringCommand.met(caughtUpSeconds != null && caughtUpSeconds <= AIM));
  }

  /** As it is recorded. */
  Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("caught_up", caughtUpSeconds != null);
    if (firstSeconds != null) {
      object.put("first_commit_seconds", Measurement.round(firstSeconds));
    }
    if (caughtUpSeconds != null) {
      object.put("caught_up_seconds", Measurement.round(caughtUpSeconds));
    }
    object.put("behind_seconds", Measurement.round(behindSeconds));
    object.put("aim_seconds", AIM);
    return object;
  }
}
