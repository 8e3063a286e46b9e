/** The lakehouse's tables as Flink's sources and sinks. */
@NullMarked
package org.citylake.streamingjobs.table;

import org.jspecify.annotations.NullMarked;
