/** The step that tames outliers (OECD/JRC Handbook 2008, step 3). */
@NullMarked
package org.citylake.metrics.index.treat;

import org.jspecify.annotations.NullMarked;
