/** Deliveries against real servers on this machine. */
@NullMarked
package org.citylake.cli.delivery;

import org.jspecify.annotations.NullMarked;
