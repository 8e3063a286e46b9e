package org.citylake.ingestion.generate;

import java.util.List;

/**
 * A place in a tree of random draws: the same seed, path and label always give the same draw, in
 * any order, so that every entity can be made alone. Mixes by SplitMix64 (Steele, Lea and Flood
 * 2014).
 */
record Draw(long state) {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** The root of a seed. */
  static Draw of(long seed) {
    return new Draw(mix(seed + GOLDEN));
  }

  /** The place of the n-th entity of a kind. */
  Draw at(String kind, long n) {
    return new Draw(mix(bits(kind) + n * GOLDEN));
  }

  /** 64 random bits. */
  long bits(String label) {
    return mix(state ^ mix(label.hashCode() * GOLDEN + label.length()));
  }

  /** Uniform in [0, 1). */
  double unit(String label) {
    return (bits(label) >>> 11) * 0x1.0p-53;
  }

  /** Uniform in 0 to bound - 1. */
  int below(String label, int bound) {
    return (int) (unit(label) * bound);
  }

  /** Uniform in least to greatest, both possible. */
  int between(String label, int least, int greatest) {
    return least + below(label, greatest - least + 1);
  }

  /** Whether it happens, with the probability. */
  boolean chance(String label, double probability) {
    return unit(label) < probability;
  }

  /** One of the list, all alike. */
  <T> T pick(String label, List<T> list) {
    return list.get(below(label, list.size()));
  }

  /** Approximately normal with mean 0 and deviation 1: the sum of twelve uniforms less six. */
  double normal(String label) {
    double sum = -6;
    long bits = bits(label);
    for (int i = 0; i < 12; i++) {
      bits = mix(bits + GOLDEN);
      sum += (bits >>> 11) * 0x1.0p-53;
    }
    return sum;
  }

  private static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
