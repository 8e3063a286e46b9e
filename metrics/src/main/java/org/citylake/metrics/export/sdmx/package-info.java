/** Figures as data messages of SDMX-JSON 2.0.0. */
@NullMarked
package org.citylake.metrics.export.sdmx;

import org.jspecify.annotations.NullMarked;
