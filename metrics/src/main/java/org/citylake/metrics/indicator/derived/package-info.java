/** Indicators that follow from others: values by their expressions, exactly. */
@NullMarked
package org.citylake.metrics.indicator.derived;

import org.jspecify.annotations.NullMarked;
