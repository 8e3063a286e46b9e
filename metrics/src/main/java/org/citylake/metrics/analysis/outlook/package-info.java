/** Targets of plans held against the pace at which their figures move. */
@NullMarked
package org.citylake.metrics.analysis.outlook;

import org.jspecify.annotations.NullMarked;
