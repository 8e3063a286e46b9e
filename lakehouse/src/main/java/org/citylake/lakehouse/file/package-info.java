/** How files of the warehouse are written on a local disk. */
@NullMarked
package org.citylake.lakehouse.file;

import org.jspecify.annotations.NullMarked;
