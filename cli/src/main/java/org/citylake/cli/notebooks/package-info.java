/** {@code notebooks}: runs the shipped notebooks, or opens them in JupyterLab. */
@NullMarked
package org.citylake.cli.notebooks;

import org.jspecify.annotations.NullMarked;
