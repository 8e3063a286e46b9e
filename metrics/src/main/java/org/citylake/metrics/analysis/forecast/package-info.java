/** Forecasts with intervals, by the method that did best in a back-test. */
@NullMarked
package org.citylake.metrics.analysis.forecast;

import org.jspecify.annotations.NullMarked;
