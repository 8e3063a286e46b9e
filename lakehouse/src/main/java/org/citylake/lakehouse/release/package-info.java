/** Releases: what they pin, how they are recorded, and the declarations they were made with. */
@NullMarked
package org.citylake.lakehouse.release;

import org.jspecify.annotations.NullMarked;
