/** What one command knows and holds: settings, output, the home's lock and its services. */
@NullMarked
package org.citylake.cli.state;

import org.jspecify.annotations.NullMarked;
