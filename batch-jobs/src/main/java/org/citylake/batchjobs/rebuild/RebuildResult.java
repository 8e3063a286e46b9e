package org.citylake.batchjobs.rebuild;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.citylake.batchjobs.publish.TableComparison.Difference;

/**
 * What the job {@code rebuild} found; its {@code result.json}.
 *
 * @param release the release's id
 * @param equal whether every table is equal
 * @param codeChanged whether figures of the release were made by another version of the code
 * @param tables the tables in the order of computing
 * @param inputs what was computed from: records as they arrived, of which nothing can be computed
 * @param notCompared other tables of the release: the log of what was done, which is no figure
 */
public record RebuildResult(
    String release,
    boolean equal,
    @JsonProperty("code_changed") boolean codeChanged,
    List<TableResult> tables,
    List<String> inputs,
    @JsonProperty("not_compared") List<String> notCompared) {

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
