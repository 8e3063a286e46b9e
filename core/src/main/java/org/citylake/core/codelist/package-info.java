/** Code lists: dated, translated, mapped from agencies' own labels. */
@NullMarked
package org.citylake.core.codelist;

import org.jspecify.annotations.NullMarked;
