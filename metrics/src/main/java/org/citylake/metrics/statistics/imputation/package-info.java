/** Puts estimates where values are missing (OECD/JRC Handbook 2008, step 3). */
@NullMarked
package org.citylake.metrics.statistics.imputation;

import org.jspecify.annotations.NullMarked;
