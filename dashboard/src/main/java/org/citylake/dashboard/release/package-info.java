/** The documents and values of one release, resolved once per request. */
@NullMarked
package org.citylake.dashboard.release;

import org.jspecify.annotations.NullMarked;
