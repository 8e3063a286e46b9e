/** The loopback server of the page and of its versioned API. */
@NullMarked
package org.citylake.dashboard.server;

import org.jspecify.annotations.NullMarked;
