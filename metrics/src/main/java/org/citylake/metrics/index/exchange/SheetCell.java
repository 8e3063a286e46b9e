package org.citylake.metrics.index.exchange;

import java.util.Locale;
import java.util.Set;

/** What a cell of a sheet holds. */
sealed interface SheetCell {
  /** How a COIN Tool writes that there is nothing. */
  Set<String> NOTHING = Set.of("", "n/a", "na", "-", "--");

  SheetCell EMPTY = new Content("");

  /** A formula that was saved without its value. */
  SheetCell UNCOMPUTED = new Broken("a formula without a saved value; save the workbook in Excel");

  /** The text; empty where there is nothing. */
  String text();

  /**
   * A number or a text.
   *
   * @param written as written, without space around it
   */
  record Content(String written) implements SheetCell {
    @Override
    public String text() {
      return NOTHING.contains(written.toLowerCase(Locale.ROOT)) ? "" : written;
    }
  }

  /**
   * What Excel calls an error, such as #DIV/0!, and what cannot be read.
   *
   * @param text how it is shown
   */
  record Broken(String text) implements SheetCell {}
}
