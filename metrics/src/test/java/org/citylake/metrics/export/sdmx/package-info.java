/** Tests of the data messages. */
@NullMarked
package org.citylake.metrics.export.sdmx;

import org.jspecify.annotations.NullMarked;
