/** Trino's plugin: signs users in, shows each what his groups may see, limits his statements. */
@NullMarked
package org.citylake.trinoplugin;

import org.jspecify.annotations.NullMarked;
