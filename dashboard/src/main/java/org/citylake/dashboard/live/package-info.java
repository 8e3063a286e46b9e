/** What is told while it happens: new releases, warnings and who acknowledged them. */
@NullMarked
package org.citylake.dashboard.live;

import org.jspecify.annotations.NullMarked;
