package org.citylake.entities.linkage.comparison;

/** Measures two values of one column by their codes. Safe for several threads. */
@FunctionalInterface
interface CodeMeasure {
  /** The likeness or the distance of two values, NaN where a value has none. */
  double of(int left, int right);
}
