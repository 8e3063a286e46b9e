/** What a live stream tells of itself in Prometheus' form. */
@NullMarked
package org.citylake.streamingjobs.live.metric;

import org.jspecify.annotations.NullMarked;
