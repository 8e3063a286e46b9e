/** Messages of live streams, and what they say. */
@NullMarked
package org.citylake.streamingjobs.live.event;

import org.jspecify.annotations.NullMarked;
