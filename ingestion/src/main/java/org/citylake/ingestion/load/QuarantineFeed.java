package org.citylake.ingestion.load;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.citylake.ingestion.record.RecordLine;
import org.jspecify.annotations.Nullable;

/**
 * The records of quarantined lines, parsed anew. An entry of one wide column gives that cell alone;
 * a line that could not be split gives all its cells.
 */
record QuarantineFeed(List<QuarantineEntry> entries) implements RecordFeed {
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
    RecordPreparer preparer = new RecordPreparer(context);
    List<QuarantineEntry> passing = new ArrayList<>();
    for (QuarantineEntry entry : entries) {
      boolean passes = false;
      for (PreparedRecord record : preparer.prepare(line(entry)).records()) {
        passes |= !(judge.judge(record) instanceof Outcome.Refused);
      }
      if (passes) {
        passing.add(entry);
      }
    }
    return passing;
  }

  @Override
  public Cursor open() {
    Iterator<QuarantineEntry> rest = entries.iterator();
    return new Cursor() {
      @Override
      public @Nullable FedLine next() {
        return rest.hasNext() ? line(rest.next()) : null;
      }

      @Override
      public void close() {}
    };
  }

  private static FedLine line(QuarantineEntry entry) {
    return new FedLine(
        new RecordLine(entry.line(), entry.content()),
        entry.variable(),
        new RawRow.Place(entry.delivery(), entry.file(), entry.line()));
  }
}
