package org.citylake.batchjobs.publish;

/**
 * The outcome of one check of one table, as a row of {@code audit.check_result} has it.
 *
 * @param table {@code namespace.table}
 * @param check name of the check
 * @param blocking whether a violation stops the publication
 * @param violations rows that break the rule
 * @param sample the first of them as JSON lines; empty when there are none
 * @param snapshot the snapshot checked
 */
public record CheckResult(
    String table, String check, boolean blocking, long violations, String sample, long snapshot) {
  /** Whether the publication has to stop. */
  public boolean stops() {
    return blocking && violations > 0;
  }
}
