/** Files of a home that several processes add lines to. */
@NullMarked
package org.citylake.core.journal;

import org.jspecify.annotations.NullMarked;
