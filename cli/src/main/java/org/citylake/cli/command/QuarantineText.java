package org.citylake.cli.command;

import java.nio.charset.Charset;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.ingestion.quarantine.QuarantineEntry;

/** A refused record's bytes as people read them, in the encoding that its contract declares. */
final class QuarantineText {
  private QuarantineText() {}

  static String of(DeclarationLibrary library, QuarantineEntry entry) {
    String encoding =
        library.findSource(entry.sourceId()).map(s -> s.format().encoding()).orElse("UTF-8");
    // Java knows GB 18030 by one name for all editions.
    String name = encoding.startsWith("GB18030") ? "GB18030" : encoding;
    return new String(entry.content(), Charset.forName(name)).strip();
  }
}
