package org.citylake.streamingjobs.quarantine;

import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * One state of a record that quarantine holds already.
 *
 * @param bytesHash SHA-256 of its bytes
 * @param quarantineId its id
 * @param stateAt when the state began, in milliseconds
 * @param status open, replayed or closed
 */
public record StoredRefusal(String bytesHash, String quarantineId, long stateAt, String status) {
  /** Its type in a stream. */
  public static final TypeInformation<StoredRefusal> TYPE = TypeInformation.of(StoredRefusal.class);
}
