/** Classes of surface water by GB 3838-2002, as pure functions. */
@NullMarked
package org.citylake.entities.water;

import org.jspecify.annotations.NullMarked;
