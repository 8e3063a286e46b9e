/** Tables written to a branch, checked there, and published by moving main. */
@NullMarked
package org.citylake.batchjobs.publish;

import org.jspecify.annotations.NullMarked;
