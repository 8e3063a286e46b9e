/** An index's published figures, put in order for those who write them down. */
@NullMarked
package org.citylake.metrics.export.figure;

import org.jspecify.annotations.NullMarked;
