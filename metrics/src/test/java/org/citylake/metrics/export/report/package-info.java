/** Tests of the report. */
@NullMarked
package org.citylake.metrics.export.report;

import org.jspecify.annotations.NullMarked;
