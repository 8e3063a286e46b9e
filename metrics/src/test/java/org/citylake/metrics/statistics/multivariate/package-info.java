/** Tests of the package of the same name. */
@NullMarked
package org.citylake.metrics.statistics.multivariate;

import org.jspecify.annotations.NullMarked;
