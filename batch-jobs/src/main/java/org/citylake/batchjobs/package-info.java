/** The entry of the Spark jobs: reads a job file, runs the job, writes its result. */
@NullMarked
package org.citylake.batchjobs;

import org.jspecify.annotations.NullMarked;
