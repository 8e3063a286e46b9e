/** Measures the sensor readings' job against a job that only writes; see benchmarks/stream.sh. */
@NullMarked
package org.citylake.streamingjobs.benchmark;

import org.jspecify.annotations.NullMarked;
