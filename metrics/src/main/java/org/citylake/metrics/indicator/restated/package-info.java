/** Figures of former divisions on the divisions that they were merged into. */
@NullMarked
package org.citylake.metrics.indicator.restated;

import org.jspecify.annotations.NullMarked;
