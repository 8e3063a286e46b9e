/** How far results hang on what was assumed (OECD/JRC Handbook 2008, step 7). */
@NullMarked
package org.citylake.metrics.statistics.sensitivity;

import org.jspecify.annotations.NullMarked;
