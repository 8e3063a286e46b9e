/** The step that divides indicators by a measure of size (OECD/JRC Handbook 2008, step 2). */
@NullMarked
package org.citylake.metrics.index.denominate;

import org.jspecify.annotations.NullMarked;
