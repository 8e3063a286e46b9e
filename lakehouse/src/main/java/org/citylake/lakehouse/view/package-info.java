/** Views over the tables of releases, as SQL finds them. */
@NullMarked
package org.citylake.lakehouse.view;

import org.jspecify.annotations.NullMarked;
