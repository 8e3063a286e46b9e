/** The registry: which sources and systems are declared, as lists and as pages. */
@NullMarked
package org.citylake.cli.registry;

import org.jspecify.annotations.NullMarked;
