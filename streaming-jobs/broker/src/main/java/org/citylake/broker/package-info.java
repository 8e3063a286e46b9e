/** A Kafka broker on loopback for those who have none. */
@NullMarked
package org.citylake.broker;

import org.jspecify.annotations.NullMarked;
