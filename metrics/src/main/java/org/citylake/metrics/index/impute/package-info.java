/** The step that fills what is missing (OECD/JRC Handbook 2008, step 3). */
@NullMarked
package org.citylake.metrics.index.impute;

import org.jspecify.annotations.NullMarked;
