package org.citylake.metrics.index.robustness;

import java.util.SplittableRandom;

/**
 * Random numbers that depend on a seed and on the number of a draw only, so that it does not matter
 * in which order or on which thread draws are made.
 */
final class DrawSeed {
  private DrawSeed() {}

  /** The numbers of one draw. */
  static SplittableRandom random(long seed, long number) {
    return new SplittableRandom(mix(mix(seed) + number));
  }

  /** Seeds that lie side by side must not give sequences that overlap: Stafford's variant 13. */
  private static long mix(long value) {
    long mixed = value + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
