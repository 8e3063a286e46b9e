/** Trend, season and remainder of a series, and the values that stand out. */
@NullMarked
package org.citylake.metrics.analysis.decomposition;

import org.jspecify.annotations.NullMarked;
