/** The records to be linked: columns of values, coded by dictionaries. */
@NullMarked
package org.citylake.entities.linkage.table;

import org.jspecify.annotations.NullMarked;
