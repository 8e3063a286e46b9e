package org.citylake.ingestion.load;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.citylake.ingestion.record.LineParser;
import org.citylake.ingestion.record.ParsedLine;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.record.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of quarantined lines, parsed anew. An entry of one wide column gives that cell alone;
 * a line that could not be split gives all its cells.
 */
record QuarantineFeed(SourceDeclaration source, List<QuarantineEntry> entries)
    implements RecordFeed {
  QuarantineFeed {
    entries = List.copyOf(entries);
  }

  /**
   * The entries of which at least one record is no longer refused.
   *
   * @param context with the versions of now
   */
  static List<QuarantineEntry> passing(LoadContext context, List<QuarantineEntry> entries) {
    RecordJudge judge = new RecordJudge(context);
    LineParser parser = LineParser.of(context.source());
    List<QuarantineEntry> passing = new ArrayList<>();
    for (QuarantineEntry entry : entries) {
      boolean passes = false;
      for (SourceRecord record : line(parser, entry).records()) {
        passes |= !(judge.judge(record, place(entry)) instanceof Outcome.Refused);
      }
      if (passes) {
        passing.add(entry);
      }
    }
    return passing;
  }

  @Override
  public Cursor open() {
    LineParser parser = LineParser.of(source);
    Iterator<QuarantineEntry> rest = entries.iterator();
    return new Cursor() {
      @Override
      public @Nullable FedLine next() {
        if (!rest.hasNext()) {
          return null;
        }
        QuarantineEntry entry = rest.next();
        return new FedLine(line(parser, entry), place(entry));
      }

      @Override
      public void close() {}
    };
  }

  private static RawRow.Place place(QuarantineEntry entry) {
    return new RawRow.Place(entry.delivery(), entry.file(), entry.line());
  }

  private static ParsedLine line(LineParser parser, QuarantineEntry entry) {
    ParsedLine parsed = parser.parse(new RecordLine(entry.line(), entry.content()));
    Optional<String> variable = entry.variable();
    if (variable.isEmpty()) {
      return parsed;
    }
    return new ParsedLine(
        parsed.records().stream()
            .filter(r -> r.variable().isEmpty() || r.variable().equals(variable))
            .toList(),
        0);
  }
}
