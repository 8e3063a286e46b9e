/** What every part of CityLake shares: its one exception and its annotations. */
@NullMarked
package org.citylake.core;

import org.jspecify.annotations.NullMarked;
