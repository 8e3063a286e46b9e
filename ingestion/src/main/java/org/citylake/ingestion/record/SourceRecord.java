package org.citylake.ingestion.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.contract.QualityRule.Severity;
import org.citylake.ingestion.quality.Finding;
import org.jspecify.annotations.Nullable;

/**
 * One record of a delivery: a row, or in an unpivoted source one non-empty cell.
 *
 * @param line physical line in the file, from 1
 * @param variable the wide column's property name; empty for rows and for lines that could not be
 *     split into cells
 * @param bytes the whole line as delivered
 * @param values property name to value: text after parsing, typed after validation, null for a
 *     missing value; empty when the line could not be parsed. Unpivoted records have {@code
 *     variable} and {@code value} in place of the wide columns. Not copied: whoever made them keeps
 *     no hand on them
 * @param findings what is wrong with it, in the order found
 */
@SuppressWarnings("ArrayRecordComponent") // equality of records is never asked for
public record SourceRecord(
    long line,
    Optional<String> variable,
    byte[] bytes,
    Map<String, @Nullable Object> values,
    List<Finding> findings) {
  /** Column that names the wide column of an unpivoted record. */
  public static final String VARIABLE = "variable";

  /** Column that holds the cell of an unpivoted record. */
  public static final String VALUE = "value";

  public SourceRecord {
    values = Collections.unmodifiableMap(values);
    findings = List.copyOf(findings);
  }

  /** Every reason for quarantine as {@code rule: message}; empty when the record is good. */
  public List<String> reasons() {
    return reasons(Severity.ERROR);
  }

  /** Everything that does not speak for quarantine but should be known, likewise. */
  public List<String> warnings() {
    return reasons(Severity.WARN);
  }

  private List<String> reasons(Severity severity) {
    if (findings.isEmpty()) {
      return List.of();
    }
    return findings.stream().filter(f -> f.severity() == severity).map(Finding::reason).toList();
  }

  /** Whether nothing speaks for quarantine. */
  public boolean accepted() {
    for (Finding finding : findings) {
      if (finding.severity() == Severity.ERROR) {
        return false;
      }
    }
    return true;
  }

  /** The same record with one more finding. */
  public SourceRecord with(Finding finding) {
    List<Finding> more = new ArrayList<>(findings);
    more.add(finding);
    return new SourceRecord(line, variable, bytes, values, more);
  }
}
