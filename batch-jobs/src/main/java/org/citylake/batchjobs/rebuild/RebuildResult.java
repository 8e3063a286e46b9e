package org.citylake.batchjobs.rebuild;

import java.util.List;
import org.citylake.batchjobs.publish.TableComparison.Difference;

/**
 * What the job {@code rebuild} found; its {@code result.json}.
 *
 * @param release the release's id
 * @param equal whether every table is equal
 * @param codeChanged whether the release was made by another version of the code
 * @param tables the tables in the order of computing
 * @param notCompared tables of the release that this job does not compute
 */
public record RebuildResult(
    String release,
    boolean equal,
    @com.fasterxml.jackson.annotation.JsonProperty("code_changed") boolean codeChanged,
    List<TableResult> tables,
    @com.fasterxml.jackson.annotation.JsonProperty("not_compared") List<String> notCompared) {

  /**
   * A table held against its release.
   *
   * @param table {@code namespace.table}
   * @param rows rows computed now
   * @param equal whether they are the release's
   * @param differences the first differences by key
   */
  public record TableResult(String table, long rows, boolean equal, List<Difference> differences) {}
}
