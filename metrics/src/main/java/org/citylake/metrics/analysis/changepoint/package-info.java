/** Periods from which on a series runs on another level or at another pace. */
@NullMarked
package org.citylake.metrics.analysis.changepoint;

import org.jspecify.annotations.NullMarked;
