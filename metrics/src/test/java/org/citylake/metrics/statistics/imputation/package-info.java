/** Tests of the package of the same name. */
@NullMarked
package org.citylake.metrics.statistics.imputation;

import org.jspecify.annotations.NullMarked;
