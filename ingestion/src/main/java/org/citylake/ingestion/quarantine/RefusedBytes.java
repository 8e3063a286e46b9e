package org.citylake.ingestion.quarantine;

import java.util.Optional;

/** The bytes of a refused record, as they came. */
@SuppressWarnings("ArrayRecordComponent") // entries are told apart by their id
public sealed interface RefusedBytes {
  /** Without personal data: they stand in the open. */
  record Open(byte[] content) implements RefusedBytes {}

  /**
   * Of a source with personal data: they stand in the vault.
   *
   * @param opened what they are, when the vault was opened for it
   */
  record Personal(Optional<byte[]> opened) implements RefusedBytes {}
}
