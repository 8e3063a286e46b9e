/** Brings packages to their destinations: whole or not at all, and once per slot. */
@NullMarked
package org.citylake.cli.delivery;

import org.jspecify.annotations.NullMarked;
