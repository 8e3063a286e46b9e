/** What the city is measured by: indicators, the index and the packages that carry figures out. */
@NullMarked
package org.citylake.metrics;

import org.jspecify.annotations.NullMarked;
