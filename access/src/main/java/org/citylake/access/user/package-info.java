/** The home's users: who they are, by what they sign in, and where they may look. */
@NullMarked
package org.citylake.access.user;

import org.jspecify.annotations.NullMarked;
