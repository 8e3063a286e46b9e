/** Scores and orders of units over several indicators at once (OECD/JRC Handbook 2008, step 6). */
@NullMarked
package org.citylake.metrics.statistics.multicriteria;

import org.jspecify.annotations.NullMarked;
