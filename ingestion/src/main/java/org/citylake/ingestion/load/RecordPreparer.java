package org.citylake.ingestion.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citylake.ingestion.key.TextHash;
import org.citylake.ingestion.record.BusinessKey;
import org.citylake.ingestion.record.LineParser;
import org.citylake.ingestion.record.ParsedLine;
import org.citylake.ingestion.record.RecordValidator;
import org.citylake.ingestion.record.RowHash;
import org.citylake.ingestion.record.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Parses and judges lines, each by itself: the part of a load that several threads can do at once,
 * each with a preparer of its own. Not safe for several threads.
 */
final class RecordPreparer {
  /**
   * What a line gives.
   *
   * @param missing empty cells, which are no records
   */
  record Prepared(List<PreparedRecord> records, int missing) {}

  private final LoadContext context;
  private final LineParser parser;
  private final RecordValidator validator;
  private final BusinessKey businessKey;

  RecordPreparer(LoadContext context) {
    this.context = context;
    this.parser = LineParser.of(context.source());
    this.validator = new RecordValidator(context.source(), context.library());
    this.businessKey = new BusinessKey(context.source().contract());
  }

  /** The records of a line in their order. */
  Prepared prepare(RecordFeed.FedLine line) {
    ParsedLine parsed = line.parse(parser);
    List<PreparedRecord> records = new ArrayList<>(parsed.records().size());
    for (SourceRecord record : parsed.records()) {
      records.add(prepare(validator.validate(record), line.place()));
    }
    return new Prepared(records, parsed.missing());
  }

  private PreparedRecord prepare(SourceRecord record, RawRow.Place place) {
    if (record.values().isEmpty()) {
      return PreparedRecord.unreadable(record, place);
    }
    Map<String, @Nullable Object> open = context.vault().tokenised(record.values());
    String content = RowHash.of(open);
    String sourceKey = businessKey.declared() ? businessKey.of(open) : content;
    return new PreparedRecord(record, place, open, sourceKey, TextHash.of(sourceKey), content);
  }
}
