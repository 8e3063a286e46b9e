package org.citylake.entities.linkage.table;

/** Hashes of 64 bits that are the same on every machine: they order, sample and block records. */
public final class Hashes {
  private static final long START = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Hashes() {}

  /** The hash of a text: FNV-1a over its UTF-16 units, then mixed. */
  public static long of(String text) {
    long hash = START;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return mix(hash);
  }

  /** The hash of two hashes in their order. */
  public static long of(long first, long second) {
    return mix(first * 31 + second);
  }

  /** Spreads a number over all 64 bits. Source: Steele et al. 2014, SplitMix64's finaliser. */
  public static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
