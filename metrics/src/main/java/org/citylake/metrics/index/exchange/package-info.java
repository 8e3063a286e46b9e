/** Editions and panels made of the files of other composite-index software. */
@NullMarked
package org.citylake.metrics.index.exchange;

import org.jspecify.annotations.NullMarked;
