/** Which pairs of records are compared, and how many matches that loses. */
@NullMarked
package org.citylake.entities.linkage.blocking;

import org.jspecify.annotations.NullMarked;
