/** Packages of a release's figures: files, a manifest that lists them, and a signature over it. */
@NullMarked
package org.citylake.metrics.export;

import org.jspecify.annotations.NullMarked;
