/** The one JSON form used in files, hashes and answers. */
@NullMarked
package org.citylake.core.json;

import org.jspecify.annotations.NullMarked;
