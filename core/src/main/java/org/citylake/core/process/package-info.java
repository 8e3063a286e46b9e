/** What a child process and its parent agree on. */
@NullMarked
package org.citylake.core.process;

import org.jspecify.annotations.NullMarked;
