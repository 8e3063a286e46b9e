/** Runs the test cases of sources. */
@NullMarked
package org.citylake.ingestion.cases;

import org.jspecify.annotations.NullMarked;
