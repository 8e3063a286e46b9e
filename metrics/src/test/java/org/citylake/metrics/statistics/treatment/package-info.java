/** Tests of the package of the same name. */
@NullMarked
package org.citylake.metrics.statistics.treatment;

import org.jspecify.annotations.NullMarked;
