/** Tests of the signature suites. */
@NullMarked
package org.citylake.metrics.export.suite;

import org.jspecify.annotations.NullMarked;
