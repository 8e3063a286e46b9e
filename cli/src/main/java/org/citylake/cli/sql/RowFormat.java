package org.citylake.cli.sql;

import java.io.PrintWriter;

/** How rows are written. */
public enum RowFormat {
  /** RFC 4180 with a header; null is an empty field. */
  CSV {
    @Override
    RowWriter writer(PrintWriter out) {
      return new CsvRowWriter(out);
    }
  },
  /** One JSON object a line. */
  JSON {
    @Override
    RowWriter writer(PrintWriter out) {
      return new JsonRowWriter(out);
    }
  },
  /** Aligned columns for people. */
  TABLE {
    @Override
    RowWriter writer(PrintWriter out) {
      return new TableRowWriter(out);
    }
  };

  abstract RowWriter writer(PrintWriter out);
}
