/**
 * The mathematics that composite indices are built with, on plain arrays: what describes one column
 * of values. Matrices are {@code [unit][indicator]}; a missing value is false in a mask beside the
 * values, never NaN; what has no value throws {@link
 * org.citylake.metrics.statistics.UndefinedStatisticException}.
 */
@NullMarked
package org.citylake.metrics.statistics;

import org.jspecify.annotations.NullMarked;
