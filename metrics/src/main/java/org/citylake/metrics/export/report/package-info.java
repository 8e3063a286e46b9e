/** The evaluation report: one HTML file that prints by itself. */
@NullMarked
package org.citylake.metrics.export.report;

import org.jspecify.annotations.NullMarked;
