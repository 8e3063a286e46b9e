/** The job that computes a city's tables, indicators and indexes. */
@NullMarked
package org.citylake.batchjobs.compute;

import org.jspecify.annotations.NullMarked;
