package org.citylake.streamingjobs.sink;

import java.util.OptionalLong;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.Snapshot;

/** What a snapshot says of the stream that made it. */
public final class StreamSnapshots {
  private StreamSnapshots() {}

  /**
   * The number of the newest checkpoint whose files the snapshot took in; the greatest number for
   * the end of the input; empty when no stream made it.
   */
  public static OptionalLong checkpoint(Snapshot snapshot) {
    String told = snapshot.summary().get(TableCommitter.CHECKPOINT);
    if (told == null) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(told.equals(TableCommitter.END) ? Long.MAX_VALUE : Long.parseLong(told));
  }

  /** The snapshot that the append makes holds what the stream had written by that checkpoint. */
  public static AppendFiles mark(AppendFiles append, long checkpoint) {
    return append.set(
        TableCommitter.CHECKPOINT,
        checkpoint == Long.MAX_VALUE ? TableCommitter.END : Long.toString(checkpoint));
  }
}
