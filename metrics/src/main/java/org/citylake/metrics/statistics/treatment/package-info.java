/** Finds columns with outliers and brings them nearer (OECD/JRC Handbook 2008, step 3). */
@NullMarked
package org.citylake.metrics.statistics.treatment;

import org.jspecify.annotations.NullMarked;
