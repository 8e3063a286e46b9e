/** What the benchmarks hold our own work against: Spark alone. */
@NullMarked
package org.citylake.batchjobs.benchmark;

import org.jspecify.annotations.NullMarked;
