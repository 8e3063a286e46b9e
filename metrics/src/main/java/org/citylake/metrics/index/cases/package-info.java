/** Runs the test cases of index editions. */
@NullMarked
package org.citylake.metrics.index.cases;

import org.jspecify.annotations.NullMarked;
