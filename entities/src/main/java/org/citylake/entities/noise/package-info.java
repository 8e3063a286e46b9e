/** Environmental noise by GB 3096-2008, averaged by energy, as pure functions. */
@NullMarked
package org.citylake.entities.noise;

import org.jspecify.annotations.NullMarked;
