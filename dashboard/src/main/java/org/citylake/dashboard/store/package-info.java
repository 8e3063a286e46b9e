/** The read-only store of JSON documents, one folder per release. */
@NullMarked
package org.citylake.dashboard.store;

import org.jspecify.annotations.NullMarked;
