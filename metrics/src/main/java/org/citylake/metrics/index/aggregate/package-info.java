/** The step that makes one score of several (OECD/JRC Handbook 2008, step 6). */
@NullMarked
package org.citylake.metrics.index.aggregate;

import org.jspecify.annotations.NullMarked;
