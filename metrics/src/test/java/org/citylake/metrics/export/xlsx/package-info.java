/** Tests of the workbooks. */
@NullMarked
package org.citylake.metrics.export.xlsx;

import org.jspecify.annotations.NullMarked;
