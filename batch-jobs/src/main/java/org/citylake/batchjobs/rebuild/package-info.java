/** The job that computes a release again and compares. */
@NullMarked
package org.citylake.batchjobs.rebuild;

import org.jspecify.annotations.NullMarked;
