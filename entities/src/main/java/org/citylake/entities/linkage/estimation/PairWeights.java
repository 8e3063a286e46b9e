package org.citylake.entities.linkage.estimation;

import java.util.Arrays;
import java.util.List;
import org.citylake.entities.linkage.comparison.ComparedColumn;
import org.citylake.entities.linkage.comparison.FieldComparison;
import org.citylake.entities.linkage.comparison.PairComparison;

/**
 * The weights of pairs: the model's, with u of equal values replaced by how common the value is.
 * Source: Winkler 2000, Frequency-Based Matching in Fellegi-Sunter Model of Record Linkage. A
 * number with a check digit decides alone: the same right number is a match unless everything else
 * speaks against it, two right numbers that differ are none.
 */
public final class PairWeights {
  /** The least weight of a pair with the same right number. */
  public static final double DECIDED = 40;

  private static final double CONTRADICTION = -12;
  private static final double BIT = Math.log(2);

  private final LinkageModel model;
  private final PairComparison comparison;
  private final double[][] adjustments;
  private final List<boolean[]> rightNumbers;

  /**
   * Weights of a model over the rows of a comparison.
   *
   * @param rightNumbers by field: by code whether the value is a right number that decides; empty
   *     for fields that do not decide
   */
  public PairWeights(LinkageModel model, PairComparison comparison, List<boolean[]> rightNumbers) {
    this.model = model;
    this.comparison = comparison;
    this.rightNumbers = List.copyOf(rightNumbers);
    this.adjustments =
        comparison.fields().stream().map(f -> adjustments(f.column())).toArray(double[][]::new);
  }

  private static double[] adjustments(ComparedColumn column) {
    double mean = 0;
    double[] adjustments = new double[column.values().size()];
    for (int v = 0; v < adjustments.length; v++) {
      mean += column.frequency(v) * column.frequency(v);
    }
    double logMean = Math.log(mean);
    Arrays.setAll(adjustments, v -> (logMean - Math.log(column.frequency(v))) / BIT);
    return adjustments;
  }

  public LinkageModel model() {
    return model;
  }

  public PairComparison comparison() {
    return comparison;
  }

  /** Compares two rows and weighs them. */
  public double weight(int left, int right) {
    return weight(left, right, comparison.pattern(left, right));
  }

  /** Log2 of the odds that two rows with this pattern match. */
  public double weight(int left, int right, long pattern) {
    double weight = plainWeight(left, pattern);
    for (int f = 0; f < adjustments.length; f++) {
      Ruling ruling = ruling(f, left, right, pattern);
      if (ruling == Ruling.NONE) {
        continue;
      }
      double others = weight - fieldWeight(f, left, pattern) - prior(pattern);
      if (ruling == Ruling.DIFFERENT) {
        return Math.min(weight, -DECIDED);
      }
      weight = others < CONTRADICTION ? Math.min(weight, -DECIDED / 4) : Math.max(weight, DECIDED);
    }
    return weight;
  }

  /** Whether two rows share a right number while everything else speaks against a match. */
  public boolean contradicted(int left, int right, long pattern) {
    for (int f = 0; f < adjustments.length; f++) {
      if (ruling(f, left, right, pattern) == Ruling.SAME) {
        double others = plainWeight(left, pattern) - fieldWeight(f, left, pattern) - prior(pattern);
        return others < CONTRADICTION;
      }
    }
    return false;
  }

  /** Whether two rows have right numbers that differ. */
  public boolean different(int left, int right, long pattern) {
    for (int f = 0; f < adjustments.length; f++) {
      if (ruling(f, left, right, pattern) == Ruling.DIFFERENT) {
        return true;
      }
    }
    return false;
  }

  private double plainWeight(int left, long pattern) {
    double weight = model.weight(pattern);
    for (int f = 0; f < adjustments.length; f++) {
      if (PairComparison.level(pattern, f) == FieldComparison.EQUAL) {
        weight += adjustments[f][code(f, left)];
      }
    }
    return weight;
  }

  private double prior(long pattern) {
    return model.priorWeight(PairComparison.type(pattern));
  }

  private enum Ruling {
    NONE,
    SAME,
    DIFFERENT
  }

  private Ruling ruling(int field, int left, int right, long pattern) {
    boolean[] rightNumber = rightNumbers.get(field);
    int level = PairComparison.level(pattern, field);
    if (rightNumber.length == 0
        || level == FieldComparison.MISSING
        || !rightNumber[code(field, left)]
        || !rightNumber[code(field, right)]) {
      return Ruling.NONE;
    }
    return level == FieldComparison.EQUAL ? Ruling.SAME : Ruling.DIFFERENT;
  }

  /** The weight of one field: of its level, and of how common an equal value is. */
  public double fieldWeight(int field, int left, long pattern) {
    int level = PairComparison.level(pattern, field);
    return model.fieldWeight(field, pattern)
        + (level == FieldComparison.EQUAL ? adjustments[field][code(field, left)] : 0);
  }

  private int code(int field, int row) {
    return comparison.fields().get(field).column().code(row);
  }
}
