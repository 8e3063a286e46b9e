package org.citylake.ingestion.replay;

import java.util.ArrayList;
import java.util.List;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.citylake.ingestion.record.LineParser;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.record.RecordValidator;
import org.citylake.ingestion.record.SourceRecord;

/** Which quarantined records the contract and the code lists of now no longer refuse. */
public final class PassingRecords {
  private PassingRecords() {}

  /**
   * The entries that pass, in the order given. An entry of one wide column passes when that cell
   * does; a line that could not be split passes when one of its records does.
   */
  public static List<QuarantineEntry> among(
      SourceDeclaration source, DeclarationLibrary library, List<QuarantineEntry> entries) {
    LineParser parser = LineParser.of(source);
    RecordValidator validator = new RecordValidator(source, library);
    List<QuarantineEntry> passing = new ArrayList<>();
    for (QuarantineEntry entry : entries) {
      for (SourceRecord record :
          parser.parse(new RecordLine(entry.line(), entry.content())).records()) {
        boolean meant = entry.variable().isEmpty() || entry.variable().equals(record.variable());
        if (meant && validator.validate(record).accepted()) {
          passing.add(entry);
          break;
        }
      }
    }
    return passing;
  }
}
