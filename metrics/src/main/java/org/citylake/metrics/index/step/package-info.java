/** How an edition names the method of a step and gives it parameters. */
@NullMarked
package org.citylake.metrics.index.step;

import org.jspecify.annotations.NullMarked;
