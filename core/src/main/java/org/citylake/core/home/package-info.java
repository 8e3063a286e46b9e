/** The folder that holds one city's state. */
@NullMarked
package org.citylake.core.home;

import org.jspecify.annotations.NullMarked;
