/** What a running live stream tells of itself. */
@NullMarked
package org.citylake.core.stream;

import org.jspecify.annotations.NullMarked;
