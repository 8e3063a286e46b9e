/**
 * What an indicator's series says beyond its values: a gapless stretch of it, and everything known
 * of it.
 */
@NullMarked
package org.citylake.metrics.analysis;

import org.jspecify.annotations.NullMarked;
