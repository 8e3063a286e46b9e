/** Streams without end: what happens in the city is in tables within seconds, exactly once. */
@NullMarked
package org.citylake.streamingjobs.live;

import org.jspecify.annotations.NullMarked;
