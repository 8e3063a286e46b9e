/** Events once each, and what windows of them come to. */
@NullMarked
package org.citylake.streamingjobs.live.window;

import org.jspecify.annotations.NullMarked;
