/** The lakehouse's tables as loading needs them: append once, scan, apply a contract. */
@NullMarked
package org.citylake.ingestion.store;

import org.jspecify.annotations.NullMarked;
