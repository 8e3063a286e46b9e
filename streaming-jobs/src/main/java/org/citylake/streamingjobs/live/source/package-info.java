/** Where messages come from: Kafka and watched folders. */
@NullMarked
package org.citylake.streamingjobs.live.source;

import org.jspecify.annotations.NullMarked;
