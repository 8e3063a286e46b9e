package org.citylake.cli.command;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.ingestion.quarantine.QuarantineEntry;

/** A refused record's bytes as people read them, in the encoding that its contract declares. */
final class QuarantineText {
  private QuarantineText() {}

  static String of(DeclarationLibrary library, QuarantineEntry entry) {
    Charset charset =
        library
            .findSource(entry.sourceId())
            .map(source -> source.format().charset())
            .orElse(StandardCharsets.UTF_8);
    return new String(entry.content(), charset).strip();
  }
}
