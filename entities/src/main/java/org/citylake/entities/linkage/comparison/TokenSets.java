package org.citylake.entities.linkage.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a column as sets of tokens, weighted by rarity: words, or pairs of characters of
 * Chinese texts. Source: Cohen, Ravikumar and Fienberg 2003, SoftTFIDF.
 */
public final class TokenSets {
  private static final double ALIKE = 0.9;
  private static final int MOST_TOKENS = 64;
  private static final int SHORTEST_FUZZY = 3;

  private final int[][] tokens;
  private final String[] names;
  private final long[] bags;
  private final int[] frequency;
  private final double[] weights;
  private final double[] norms;

  private TokenSets(
      int[][] tokens, String[] names, int[] frequency, double[] weights, double[] norms) {
    this.tokens = tokens;
    this.names = names;
    this.bags = Arrays.stream(names).mapToLong(CharacterBag::of).toArray();
    this.frequency = frequency;
    this.weights = weights;
    this.norms = norms;
  }

  /** The sets of some normalised values. */
  public static TokenSets of(List<String> values) {
    Map<String, Integer> places = new HashMap<>();
    List<String> names = new ArrayList<>();
    int[][] tokens = new int[values.size()][];
    for (int v = 0; v < tokens.length; v++) {
      tokens[v] =
          split(values.get(v)).stream()
              .mapToInt(
                  t ->
                      places.computeIfAbsent(
                          t,
                          token -> {
                            names.add(token);
                            return names.size() - 1;
                          }))
              .distinct()
              .limit(MOST_TOKENS)
              .sorted()
              .toArray();
    }
    int[] frequency = new int[names.size()];
    for (int[] set : tokens) {
      for (int t : set) {
        frequency[t]++;
      }
    }
    double[] weights = new double[names.size()];
    Arrays.setAll(weights, t -> Math.log(1.0 + (double) tokens.length / frequency[t]));
    double[] norms = new double[tokens.length];
    for (int v = 0; v < norms.length; v++) {
      double sum = 0;
      for (int t : tokens[v]) {
        sum += weights[t] * weights[t];
      }
      norms[v] = Math.sqrt(sum);
    }
    return new TokenSets(tokens, names.toArray(new String[0]), frequency, weights, norms);
  }

  /** The words of a text; of Chinese runs every two neighbours. */
  public static List<String> split(String text) {
    List<String> tokens = new ArrayList<>();
    int from = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      boolean han = i < text.length() && Character.isIdeographic(c);
      boolean word = Character.isLetterOrDigit(c) && !han;
      if (word && from < 0) {
        from = i;
      } else if (!word && from >= 0) {
        tokens.add(text.substring(from, i));
        from = -1;
      }
      if (han) {
        boolean pair = i + 1 < text.length() && Character.isIdeographic(text.charAt(i + 1));
        if (pair) {
          tokens.add(text.substring(i, i + 2));
        }
      }
    }
    return tokens.isEmpty() && !text.isEmpty() ? List.of(text) : tokens;
  }

  /**
   * The cosine of two values' sets, 0 to 1; tokens that differ by a letter or two count in part.
   */
  public double cosine(int left, int right) {
    int[] a = tokens[left];
    int[] b = tokens[right];
    if (norms[left] == 0 || norms[right] == 0) {
      return left == right ? 1 : 0;
    }
    double sum = 0;
    long usedLeft = 0;
    long usedRight = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        sum += weights[a[i]] * weights[a[i]];
        usedLeft |= 1L << i++;
        usedRight |= 1L << j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    sum += fuzzy(a, b, usedLeft, usedRight);
    return Math.min(1, sum / (norms[left] * norms[right]));
  }

  private double fuzzy(int[] a, int[] b, long usedLeft, long usedRight) {
    double sum = 0;
    long free = ~usedRight;
    for (int i = 0; i < a.length; i++) {
      if ((usedLeft >>> i & 1) != 0 || names[a[i]].length() < SHORTEST_FUZZY) {
        continue;
      }
      double best = ALIKE;
      int place = -1;
      for (int j = 0; j < b.length; j++) {
        String other = names[b[j]];
        if ((free >>> j & 1) == 0
            || other.length() < SHORTEST_FUZZY
            || (other.charAt(0) != names[a[i]].charAt(0)
                && other.charAt(other.length() - 1)
                    != names[a[i]].charAt(names[a[i]].length() - 1))) {
          continue;
        }
        double alike = JaroWinkler.similarity(names[a[i]], bags[a[i]], other, bags[b[j]], best);
        if (alike >= best) {
          best = alike;
          place = j;
        }
      }
      if (place >= 0) {
        free &= ~(1L << place);
        sum += best * weights[a[i]] * weights[b[place]];
      }
    }
    return sum;
  }

  /** The places of a value's tokens, sorted. */
  public int[] tokens(int value) {
    return tokens[value].clone();
  }

  /** How many values have the token. */
  public int frequency(int token) {
    return frequency[token];
  }
}
