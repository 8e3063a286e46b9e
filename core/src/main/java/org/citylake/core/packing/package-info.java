/** Files that may be packed. */
@NullMarked
package org.citylake.core.packing;

import org.jspecify.annotations.NullMarked;
