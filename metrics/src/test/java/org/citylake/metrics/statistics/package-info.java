/** Tests of the statistics, against published figures and by their laws. */
@NullMarked
package org.citylake.metrics.statistics;

import org.jspecify.annotations.NullMarked;
