/** Starts the Trino server that answers SQL, as a process of its own on Java 25. */
@NullMarked
package org.citylake.trinoserver;

import org.jspecify.annotations.NullMarked;
