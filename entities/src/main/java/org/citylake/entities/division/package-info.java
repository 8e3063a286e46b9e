/** Divisions of a city: which area a code named from when until when. */
@NullMarked
package org.citylake.entities.division;

import org.jspecify.annotations.NullMarked;
