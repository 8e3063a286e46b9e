/** Declared rules that say when leaders must look. */
@NullMarked
package org.citylake.metrics.analysis.warning;

import org.jspecify.annotations.NullMarked;
