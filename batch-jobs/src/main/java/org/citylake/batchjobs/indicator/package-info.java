/** Indicators: their SQL gives numerators and denominators, their algebra the values. */
@NullMarked
package org.citylake.batchjobs.indicator;

import org.jspecify.annotations.NullMarked;
