package org.citylake.streamingjobs.sink;

import java.util.List;
import org.apache.iceberg.DataFile;

/**
 * Data files that one task wrote between two checkpoints and that the table does not hold yet.
 *
 * @param token names these files and no others, in the state of the job and in the snapshot that
 *     takes them in
 * @param checkpoint the checkpoint that ends them; {@link Long#MAX_VALUE} at the end of the input,
 *     {@link #UNKNOWN} before the job has told it
 * @param writtenAt when the writer handed them over, milliseconds since 1970
 * @param files at least one
 */
record WrittenFiles(String token, long checkpoint, long writtenAt, List<DataFile> files) {
  static final long UNKNOWN = -1;

  WrittenFiles {
    files = List.copyOf(files);
  }

  WrittenFiles endedBy(long known) {
    return new WrittenFiles(token, known, writtenAt, files);
  }
}
