/** The declarations that make up a city: sources, tables, indicators, editions, exports, pages. */
@NullMarked
package org.citylake.core.declaration;

import org.jspecify.annotations.NullMarked;
