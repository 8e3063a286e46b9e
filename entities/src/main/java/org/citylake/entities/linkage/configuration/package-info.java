/** How a linkage is declared: columns, comparisons, blocking; proposed from data or read. */
@NullMarked
package org.citylake.entities.linkage.configuration;

import org.jspecify.annotations.NullMarked;
