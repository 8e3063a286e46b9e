/** Placeholder. */
@NullMarked
package org.citylake.batchjobs;

import org.jspecify.annotations.NullMarked;
