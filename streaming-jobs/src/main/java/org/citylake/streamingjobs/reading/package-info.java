/** Decides per hour what is a first value, a duplicate or a new revision. */
@NullMarked
package org.citylake.streamingjobs.reading;

import org.jspecify.annotations.NullMarked;
