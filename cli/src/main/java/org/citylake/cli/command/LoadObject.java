package org.citylake.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.citylake.ingestion.load.LoadResult;

/** What {@code --json} prints of one load. */
final class LoadObject {
  private LoadObject() {}

  /**
   * The counts, the snapshot of the raw table as text (empty when nothing was written), and the
   * number of records by reason and of findings by warning.
   */
  static Map<String, Object> of(LoadResult load) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("source", load.source());
    object.put("arrived", load.arrived());
    object.put("accepted", load.accepted());
    object.put("quarantined", load.quarantined());
    object.put("duplicate", load.duplicate());
    object.put("snapshot", load.snapshotId().map(Object::toString).orElse(""));
    object.put("reasons", load.reasons());
    object.put("warnings", load.warnings());
    return object;
  }
}
