/** Which figures run ahead of others. */
@NullMarked
package org.citylake.metrics.analysis.leading;

import org.jspecify.annotations.NullMarked;
