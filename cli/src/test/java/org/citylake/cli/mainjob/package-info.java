/** The main job and what users do around it, on real engines and real input. */
@NullMarked
package org.citylake.cli.mainjob;

import org.jspecify.annotations.NullMarked;
