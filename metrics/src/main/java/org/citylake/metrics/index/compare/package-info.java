/** What differs between two results: editions, periods or releases. */
@NullMarked
package org.citylake.metrics.index.compare;

import org.jspecify.annotations.NullMarked;
