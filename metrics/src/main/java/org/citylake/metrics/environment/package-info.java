/** Air quality by the national standards GB 3095 and HJ 633, as pure functions. */
@NullMarked
package org.citylake.metrics.environment;

import org.jspecify.annotations.NullMarked;
