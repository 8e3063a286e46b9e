/** Weights from judgements and from data (OECD/JRC Handbook 2008, step 6). */
@NullMarked
package org.citylake.metrics.statistics.weighting;

import org.jspecify.annotations.NullMarked;
