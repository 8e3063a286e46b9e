/** The page as a real browser shows it. */
@NullMarked
package org.citylake.dashboard.browser;

import org.jspecify.annotations.NullMarked;
