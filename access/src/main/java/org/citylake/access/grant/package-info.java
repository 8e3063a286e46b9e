/** What groups see of tables, rows and columns, made of their declarations and the contracts. */
@NullMarked
package org.citylake.access.grant;

import org.jspecify.annotations.NullMarked;
