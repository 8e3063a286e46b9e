/** Runs the test cases of tables and indicators in Spark. */
@NullMarked
package org.citylake.batchjobs.cases;

import org.jspecify.annotations.NullMarked;
