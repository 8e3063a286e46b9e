/** Brings a Superset to what is declared: plan, apply, drift, prune. */
@NullMarked
package org.citylake.superset.provision;

import org.jspecify.annotations.NullMarked;
