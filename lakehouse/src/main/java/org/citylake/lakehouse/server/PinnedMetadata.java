package org.citylake.lakehouse.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * A table's metadata with {@code main} at an older snapshot. Everything that says what is current
 * has to agree, or clients refuse it: the current snapshot, the main branch, the snapshot log, the
 * schema (Iceberg table spec, "Table Metadata Fields"). Other snapshots, branches and tags stay.
 */
final class PinnedMetadata {
  private PinnedMetadata() {}

  /**
   * The metadata as of the snapshot.
   *
   * @throws CityLakeException of kind DATA when the table has no such snapshot
   */
  static TableMetadata pin(TableMetadata live, long snapshotId, String table) {
    Snapshot pinned = live.snapshot(snapshotId);
    if (pinned == null) {
      throw new CityLakeException(
          Kind.DATA,
          "Cannot pin table '"
              + table
              + "' at snapshot "
              + snapshotId
              + ": the table does not have it any more");
    }
    ObjectNode root = read(TableMetadataParser.toJson(live));
    root.put("current-snapshot-id", snapshotId);
    Integer schemaId = pinned.schemaId();
    if (schemaId != null) {
      root.put("current-schema-id", schemaId);
    }
    root.withObjectProperty("refs")
        .putObject("main")
        .put("snapshot-id", snapshotId)
        .put("type", "branch");
    root.set("snapshot-log", logUpTo(root.withArrayProperty("snapshot-log"), pinned));
    root.putArray("metadata-log");
    return TableMetadataParser.fromJson(root.toString());
  }

  private static ArrayNode logUpTo(ArrayNode log, Snapshot pinned) {
    ArrayNode kept = log.arrayNode();
    for (JsonNode entry : log) {
      if (entry.get("snapshot-id").longValue() == pinned.snapshotId()
          || entry.get("timestamp-ms").longValue() > pinned.timestampMillis()) {
        break;
      }
      kept.add(entry);
    }
    kept.addObject()
        .put("timestamp-ms", pinned.timestampMillis())
        .put("snapshot-id", pinned.snapshotId());
    return kept;
  }

  private static ObjectNode read(String json) {
    try {
      return (ObjectNode) RestMapper.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new CityLakeException(Kind.INTERNAL, "Iceberg wrote metadata that is not JSON", e);
    }
  }
}
