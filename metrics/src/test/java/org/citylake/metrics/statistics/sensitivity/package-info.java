/** Tests of the package of the same name. */
@NullMarked
package org.citylake.metrics.statistics.sensitivity;

import org.jspecify.annotations.NullMarked;
