/** How the server answers: assets by ETag, failures as problem details. */
@NullMarked
package org.citylake.dashboard.answer;

import org.jspecify.annotations.NullMarked;
