/** Raw rows of the sources become rows of the city's tables. */
@NullMarked
package org.citylake.batchjobs.conform;

import org.jspecify.annotations.NullMarked;
