/** Keeps what was refused, once. */
@NullMarked
package org.citylake.streamingjobs.quarantine;

import org.jspecify.annotations.NullMarked;
