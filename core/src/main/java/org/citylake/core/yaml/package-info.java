/** YAML files as trees whose every node knows its line. */
@NullMarked
package org.citylake.core.yaml;

import org.jspecify.annotations.NullMarked;
