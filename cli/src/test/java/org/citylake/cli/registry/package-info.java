@NullMarked
package org.citylake.cli.registry;

import org.jspecify.annotations.NullMarked;
