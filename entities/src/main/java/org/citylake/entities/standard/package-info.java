/** What the code lists of standards have in common: rows that hold for a time. */
@NullMarked
package org.citylake.entities.standard;

import org.jspecify.annotations.NullMarked;
