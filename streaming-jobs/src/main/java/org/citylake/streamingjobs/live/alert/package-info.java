/** Alert rules over live events. */
@NullMarked
package org.citylake.streamingjobs.live.alert;

import org.jspecify.annotations.NullMarked;
