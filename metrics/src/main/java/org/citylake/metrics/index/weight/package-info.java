/**
 * The step that says how much each indicator counts among its siblings (OECD/JRC Handbook 2008,
 * step 6).
 */
@NullMarked
package org.citylake.metrics.index.weight;

import org.jspecify.annotations.NullMarked;
