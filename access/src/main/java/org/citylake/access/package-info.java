/** Who uses the platform, and what he may see of it; page and SQL ask here. */
@NullMarked
package org.citylake.access;

import org.jspecify.annotations.NullMarked;
