package org.citylake.cli.benchmark;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.citylake.entities.location.Boundary;
import org.citylake.entities.location.RegionIndex;

/** Looks for the same places by our index and by JTS, in turn, on one thread. */
final class LocateBenchmark {
  private static final double AIM = 10;
  private static final int BATCH = 500_000;
  private static final int WARM_UP = 100_000;
  private static final double SECOND = 1e9;

  private final RegionIndex ours;
  private final JtsRegionIndex theirs;
  private final BenchmarkPlaces places;

  LocateBenchmark(List<Boundary> boundaries) {
    this.ours = RegionIndex.of(boundaries);
    this.theirs = new JtsRegionIndex(boundaries);
    this.places = new BenchmarkPlaces(boundaries);
  }

  /** The way from a place to its region's number. */
  private interface Search {
    int regionAt(double longitude, double latitude);
  }

  /**
   * What was seen of one kind of places.
   *
   * @param kind anywhere, or on borders
   * @param points how many
   * @param seconds of processor that ours took
   * @param jtsSeconds of processor that JTS took
   * @param disagreements places with another region
   */
  record Result(String kind, long points, double seconds, double jtsSeconds, long disagreements) {
    double ratio() {
      return jtsSeconds / seconds;
    }

    Map<String, Object> object() {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("places", kind);
      object.put("points", points);
      object.put("points_per_second", Math.round(points / seconds));
      object.put("jts_points_per_second", Math.round(points / jtsSeconds));
      object.put("ratio", Measurement.round(ratio()));
      object.put("aim_ratio", AIM);
      object.put("aim_met", ratio() >= AIM);
      object.put("disagreements", disagreements);
      return object;
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "%-12s %,d points: %,.0f a second and core, JTS %,.0f, ratio %.1f (aim %.0f, %s),"
              + " %,d disagreements",
          kind,
          points,
          points / seconds,
          points / jtsSeconds,
          ratio(),
          AIM,
          ratio() >= AIM ? "met" : "MISSED",
          disagreements);
    }
  }

  Result anywhere(long points) {
    return measure("anywhere", points, places::anywhere);
  }

  Result onBorders(long points) {
    return measure("on borders", points, places::onBorders);
  }

  private Result measure(String kind, long points, IntFunction<double[]> draw) {
    int[] regions = new int[BATCH];
    int[] jtsRegions = new int[BATCH];
    double[] warmUp = draw.apply(WARM_UP);
    search(ours::regionAt, warmUp, regions);
    search(theirs::regionAt, warmUp, jtsRegions);
    long nanos = 0;
    long jtsNanos = 0;
    long disagreements = 0;
    for (long done = 0; done < points; done += BATCH) {
      double[] batch = draw.apply((int) Math.min(BATCH, points - done));
      nanos += search(ours::regionAt, batch, regions);
      jtsNanos += search(theirs::regionAt, batch, jtsRegions);
      for (int i = 0; i < batch.length / 2; i++) {
        disagreements += regions[i] == jtsRegions[i] ? 0 : 1;
      }
    }
    return new Result(kind, points, nanos / SECOND, jtsNanos / SECOND, disagreements);
  }

  /** Nanoseconds of processor, which change less than the clock beside other programs. */
  private static long search(Search search, double[] places, int[] regions) {
    long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < places.length / 2; i++) {
      regions[i] = search.regionAt(places[2 * i], places[2 * i + 1]);
    }
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
  }
}
