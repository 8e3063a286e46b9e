package org.citylake.ingestion.replay;

import java.util.List;
import org.citylake.ingestion.load.LoadResult;

/**
 * What reading the quarantine again gave.
 *
 * @param source the source's id
 * @param read open records that were read
 * @param passed records that left the quarantine
 * @param open records that stay in it
 * @param loads the loads that took in what passed, one per delivery
 */
public record ReplayResult(String source, int read, int passed, int open, List<LoadResult> loads) {
  public ReplayResult {
    loads = List.copyOf(loads);
  }
}
