package org.citylake.streamingjobs.quarantine;

import org.citylake.core.json.ContentHash;

/** Ids of quarantined records. */
final class QuarantineIds {
  private QuarantineIds() {}

  /** Hash of source, bytes and occurrence, 16 hexadecimal digits. */
  static String id(String source, byte[] bytes, int occurrence) {
    return ContentHash.of(source + '\n' + ContentHash.of(bytes) + '\n' + occurrence)
        .substring(0, 16);
  }
}
