/** How far scores and ranks hang on what an edition assumes (OECD/JRC Handbook 2008, step 7). */
@NullMarked
package org.citylake.metrics.index.robustness;

import org.jspecify.annotations.NullMarked;
