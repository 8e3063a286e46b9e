package org.citylake.ingestion.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.key.TextHash;
import org.citylake.ingestion.record.BusinessKey;
import org.citylake.ingestion.record.LineParser;
import org.citylake.ingestion.record.RecordValidator;
import org.citylake.ingestion.record.RowHash;
import org.citylake.ingestion.record.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a file that comes late from winning over what newer files told. Where a newer file repeated
 * a value it left no row, being a duplicate then; such a value is written again under the newer
 * file's day. A key that a newer full delivery did not have is ended on that file's day.
 */
final class LateDelivery {
  private final LoadContext context;
  private final DeliveryArchive archive;
  private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();
  private final Set<String> open;

  private LateDelivery(LoadContext context, DeliveryArchive archive, Set<String> acceptedKeys) {
    this.context = context;
    this.archive = archive;
    this.open = new HashSet<>(acceptedKeys);
  }

  /**
   * The rows to write beside those of the late load.
   *
   * @param acceptedKeys keys that get a version of the late load's day
   * @param accepted rows of the late load by key, for the values of ended keys
   * @param newer finished loads of later days, oldest first
   */
  static List<Map<String, @Nullable Object>> rows(
      LoadContext context,
      DeliveryArchive archive,
      Map<String, Map<String, @Nullable Object>> accepted,
      List<LoadEntry> newer) {
    LateDelivery late = new LateDelivery(context, archive, accepted.keySet());
    for (LoadEntry load : newer) {
      late.compare(load, accepted);
    }
    return late.rows;
  }

  private void compare(LoadEntry load, Map<String, Map<String, @Nullable Object>> accepted) {
    SourceDeclaration source = context.source();
    Delivery delivery = archive.kept(source, load);
    RecordValidator validator = new RecordValidator(source, context.library());
    BusinessKey businessKey = new BusinessKey(source.contract());
    Set<String> there = new HashSet<>();
    boolean unreadable = false;
    if (open.isEmpty()) {
      return;
    }
    LineParser parser = LineParser.of(source);
    try (RecordFeed.Cursor cursor = new FileFeed(source, delivery).open()) {
      for (RecordFeed.FedLine line = cursor.next(); line != null; line = cursor.next()) {
        for (SourceRecord parsed : line.parse(parser).records()) {
          SourceRecord record = validator.validate(parsed);
          unreadable |= record.values().isEmpty();
          Map<String, @Nullable Object> values = context.vault().tokenised(record.values());
          String key = RawRow.key(businessKey.of(values), 1);
          String hash = RowHash.of(values);
          there.add(key);
          if (record.accepted() && open.remove(key)) {
            rows.add(
                RawRow.warned(
                    row(
                        values,
                        hash,
                        key,
                        source.format().status().filter(s -> s.ends(record.values())).isPresent()
                            ? RawRow.ENDED
                            : RawRow.CONFIRMED,
                        load.snapshotDate(),
                        line.place()),
                    record,
                    context.vault().used()));
          }
        }
      }
    }
    if (source.format().delivery() == SourceDeclaration.Delivery.FULL && !unreadable) {
      for (String key : List.copyOf(open)) {
        Map<String, @Nullable Object> last = accepted.get(key);
        if (!there.contains(key) && last != null) {
          open.remove(key);
          rows.add(
              row(
                  RawRow.content(last),
                  RawRow.value(last, RawRow.CONTENT_HASH).toString(),
                  key,
                  RawRow.ENDED,
                  load.snapshotDate(),
                  new RawRow.Place(load.delivery(), load.file(), 0)));
        }
      }
    }
  }

  private Map<String, @Nullable Object> row(
      Map<String, @Nullable Object> content,
      String hash,
      String key,
      String operation,
      LocalDate day,
      RawRow.Place place) {
    return RawRow.of(
        content,
        hash,
        key,
        new RawRow.Held(context.known().nextRevision(keyHash(key)) + 1, operation, day),
        place,
        context.loadId(),
        context.arrival());
  }

  /** Of a source with a key of its own, whose rows have no further occurrence. */
  private static TextHash keyHash(String key) {
    return TextHash.of(key.substring(0, key.lastIndexOf('#')));
  }
}
