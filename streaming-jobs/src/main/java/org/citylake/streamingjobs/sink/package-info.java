/** Rows of an endless stream into a table, each once whatever fails. */
@NullMarked
package org.citylake.streamingjobs.sink;

import org.jspecify.annotations.NullMarked;
