/** The tree of an edition, checked, with the share of each node in its parent and in the root. */
@NullMarked
package org.citylake.metrics.index.tree;

import org.jspecify.annotations.NullMarked;
