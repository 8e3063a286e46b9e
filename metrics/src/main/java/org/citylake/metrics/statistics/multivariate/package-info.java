/** The structure behind many columns at once (OECD/JRC Handbook 2008, step 4). */
@NullMarked
package org.citylake.metrics.statistics.multivariate;

import org.jspecify.annotations.NullMarked;
