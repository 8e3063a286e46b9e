/** Export files that need a library of the lakehouse, and what a package says of its release. */
@NullMarked
package org.citylake.cli.export;

import org.jspecify.annotations.NullMarked;
