/** The catalog server: an Iceberg REST catalog on loopback that also serves releases read-only. */
@NullMarked
package org.citylake.lakehouse.server;

import org.jspecify.annotations.NullMarked;
