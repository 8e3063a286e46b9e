/** Workbooks: the published figures as sheets, and the index as formulas that recompute it. */
@NullMarked
package org.citylake.metrics.export.xlsx;

import org.jspecify.annotations.NullMarked;
