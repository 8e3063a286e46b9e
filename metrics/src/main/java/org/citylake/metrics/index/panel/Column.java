package org.citylake.metrics.index.panel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One variable over the rows of a panel. A row either has a finite value or a status that says why
 * not; there is no NaN. Immutable.
 */
public final class Column {
  private final double[] values;
  private final byte[] statuses;
  private final int present;
  private final boolean positive;

  /** Made when first asked for: draws of weights ask for the same ones again and again. */
  private volatile double @Nullable [] logarithms;

  private Column(double[] values, byte[] statuses, double @Nullable [] logarithms) {
    this.values = values;
    this.statuses = statuses;
    this.logarithms = logarithms;
    int count = 0;
    boolean above = true;
    for (int row = 0; row < statuses.length; row++) {
      boolean there = statuses[row] >= Status.REPORTED.code();
      count += there ? 1 : 0;
      above &= !there || values[row] > 0;
    }
    this.present = count;
    this.positive = above;
  }

  /** A column without any value. */
  public static Column missing(int size) {
    return builder(size).build();
  }

  /** A builder of a column in which every row is missing. */
  public static Builder builder(int size) {
    return new Builder(new double[size], new byte[size]);
  }

  /** A builder that begins with this column's cells. */
  public Builder toBuilder() {
    return new Builder(values.clone(), statuses.clone());
  }

  /** How many rows. */
  public int size() {
    return values.length;
  }

  /** How many rows have a value. */
  public int present() {
    return present;
  }

  /** Whether every row has a value. */
  public boolean complete() {
    return present == values.length;
  }

  /** Whether every value that is there is above zero. */
  public boolean positive() {
    return positive;
  }

  /** Whether the row has a value. */
  public boolean has(int row) {
    return statuses[row] >= Status.REPORTED.code();
  }

  /** The row's value; 0 where there is none. */
  public double value(int row) {
    return values[row];
  }

  /** The natural logarithm of the row's value; 0 where the value is missing or not above zero. */
  public double logarithm(int row) {
    return logarithms()[row];
  }

  /** The row's status. */
  public Status status(int row) {
    return Status.of(statuses[row]);
  }

  /** The values of those of the rows that have one, in their order. */
  public double[] valuesOf(int[] rows) {
    double[] found = new double[rows.length];
    int count = 0;
    for (int row : rows) {
      if (has(row)) {
        found[count++] = values[row];
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** Adds factor × value to the sum of each row; a missing value is 0. */
  public void addTo(double[] high, double[] low, double factor, int from) {
    for (int i = 0; i < high.length; i++) {
      double value = values[from + i];
      double product = factor * value;
      double sum = high[i] + product;
      double shift = sum - high[i];
      low[i] += Math.fma(factor, value, -product) + (high[i] - (sum - shift)) + (product - shift);
      high[i] = sum;
    }
  }

  /**
   * Adds factor × natural logarithm to the sum of each row; a value that is missing or not above
   * zero adds nothing.
   */
  public void addLogarithmsTo(double[] sums, double factor, int from) {
    double[] logs = logarithms();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += factor * logs[from + i];
    }
  }

  /** Adds a number to the sum of each row that has a value. */
  public void addPresenceTo(double[] sums, double number, int from) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += has(from + i) ? number : 0;
    }
  }

  private double[] logarithms() {
    double[] known = logarithms;
    if (known != null) {
      return known;
    }
    double[] made = new double[values.length];
    for (int row = 0; row < made.length; row++) {
      made[row] = logarithmOf(values[row]);
    }
    logarithms = made;
    return made;
  }

  private static double logarithmOf(double value) {
    // StrictMath gives the same digits on every machine.
    return value > 0 ? StrictMath.log(value) : 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Column column
        && Arrays.equals(values, column.values)
        && Arrays.equals(statuses, column.statuses);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + Arrays.hashCode(statuses);
  }

  /** Builds a column; usable once. */
  public static final class Builder {
    private final double[] values;
    private final byte[] statuses;
    private double @Nullable [] logarithms;

    private Builder(double[] values, byte[] statuses) {
      this.values = values;
      this.statuses = statuses;
    }

    /**
     * Gives a row a value.
     *
     * @throws IllegalArgumentException when the value is not finite or the status has none
     */
    public void set(int row, double value, Status status) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a column has no place for " + value);
      }
      if (!status.hasValue()) {
        throw new IllegalArgumentException("a cell of status " + status.text() + " has no value");
      }
      values[row] = value == 0 ? 0 : value;
      statuses[row] = status.code();
      forgetLogarithm(row);
    }

    /**
     * Gives a row a value whose natural logarithm is known, which then need not be taken again.
     *
     * @throws IllegalArgumentException when the value is not finite or the status has none
     */
    public void set(int row, double value, double logarithm, Status status) {
      set(row, value, status);
      if (logarithms == null) {
        logarithms = new double[values.length];
        Arrays.fill(logarithms, Double.NaN);
      }
      logarithms[row] = logarithm;
    }

    /** Takes a row's value away and says why. */
    public void remove(int row, Status status) {
      if (status.hasValue()) {
        throw new IllegalArgumentException("a cell of status " + status.text() + " has a value");
      }
      values[row] = 0;
      statuses[row] = status.code();
      forgetLogarithm(row);
    }

    private void forgetLogarithm(int row) {
      if (logarithms != null) {
        logarithms[row] = Double.NaN;
      }
    }

    /** Whether the row has a value now. */
    public boolean has(int row) {
      return statuses[row] >= Status.REPORTED.code();
    }

    /** The row's value now. */
    public double value(int row) {
      return values[row];
    }

    /** The row's status now. */
    public Status status(int row) {
      return Status.of(statuses[row]);
    }

    /** The column. */
    public Column build() {
      double[] known = logarithms;
      if (known != null) {
        for (int row = 0; row < known.length; row++) {
          known[row] = Double.isNaN(known[row]) ? logarithmOf(values[row]) : known[row];
        }
      }
      return new Column(values, statuses, known);
    }
  }
}
