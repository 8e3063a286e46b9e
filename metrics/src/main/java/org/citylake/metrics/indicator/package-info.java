/** The algebra of indicators: value from numerator and denominator, range, quality. */
@NullMarked
package org.citylake.metrics.indicator;

import org.jspecify.annotations.NullMarked;
