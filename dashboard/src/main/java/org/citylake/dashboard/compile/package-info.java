/** Pure functions from a release's rows to the documents that the page shows. */
@NullMarked
package org.citylake.dashboard.compile;

import org.jspecify.annotations.NullMarked;
