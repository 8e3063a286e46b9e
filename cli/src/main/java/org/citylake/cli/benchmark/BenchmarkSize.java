package org.citylake.cli.benchmark;

/**
 * How much is measured.
 *
 * @param warmSeconds how long the scorings of the ASEM panel are repeated, and before that warmed
 *     up
 * @param draws draws on the ASEM panel
 * @param base N of the Sobol' design on the ASEM panel
 * @param units units of the synthetic panel
 * @param indicators its indicators, a multiple of 20
 * @param years its years
 * @param panelDraws draws on it
 * @param coinrDraws draws of COINr
 */
record BenchmarkSize(
    double warmSeconds,
    int draws,
    int base,
    int units,
    int indicators,
    int years,
    int panelDraws,
    int coinrDraws) {
  /** What the aims are set for. */
  static final BenchmarkSize FULL = new BenchmarkSize(3, 10_000, 4_096, 3_000, 200, 20, 1_000, 100);

  /** Just enough to see that everything runs. */
  static final BenchmarkSize QUICK = new BenchmarkSize(0.01, 20, 4, 30, 20, 2, 10, 2);

  /** An aim, which holds for the full size only. */
  java.util.OptionalDouble aim(double seconds) {
    return equals(FULL) ? java.util.OptionalDouble.of(seconds) : java.util.OptionalDouble.empty();
  }
}
