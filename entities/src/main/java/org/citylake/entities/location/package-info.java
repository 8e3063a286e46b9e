/** Which region a place lies in, and the coordinates that Chinese maps are shifted by. */
@NullMarked
package org.citylake.entities.location;

import org.jspecify.annotations.NullMarked;
