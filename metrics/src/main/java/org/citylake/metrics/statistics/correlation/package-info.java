/** How strongly columns of values go together (OECD/JRC Handbook 2008, step 4). */
@NullMarked
package org.citylake.metrics.statistics.correlation;

import org.jspecify.annotations.NullMarked;
