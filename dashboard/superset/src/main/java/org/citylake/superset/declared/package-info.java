/** What Superset should hold: assets made from the declarations of tables, indicators, pages. */
@NullMarked
package org.citylake.superset.declared;

import org.jspecify.annotations.NullMarked;
