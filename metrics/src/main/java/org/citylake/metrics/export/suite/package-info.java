/** Suites of algorithms for digests and signatures, of which a home uses one. */
@NullMarked
package org.citylake.metrics.export.suite;

import org.jspecify.annotations.NullMarked;
