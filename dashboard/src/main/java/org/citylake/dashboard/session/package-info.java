/** Who calls: sessions of signed-in users, and visitors. */
@NullMarked
package org.citylake.dashboard.session;

import org.jspecify.annotations.NullMarked;
