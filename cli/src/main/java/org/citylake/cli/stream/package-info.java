/** {@code stream}: what happens in the city, in tables within seconds. */
@NullMarked
package org.citylake.cli.stream;

import org.jspecify.annotations.NullMarked;
