/** The data that editions score: rows of unit and period, columns of values with their status. */
@NullMarked
package org.citylake.metrics.index.panel;

import org.jspecify.annotations.NullMarked;
