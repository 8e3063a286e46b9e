package org.citylake.lakehouse.release;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure in which a release differs from the one that it is compared with; a row of {@code
 * audit.release_change}.
 *
 * @param releaseId the newer release
 * @param comparedWith the older release
 * @param table {@code metric.indicator_value} or {@code metric.index_score}
 * @param key selector of the row (ADR 0007)
 * @param oldValue unrounded, as text; null when there was none
 * @param newValue unrounded, as text; null when there is none
 * @param causes everything that changed and that the value depends on: {@code definition PATH},
 *     {@code inputs TABLE}, {@code code}; {@code unexplained} when nothing did; sorted
 */
public record ReleaseChange(
    String releaseId,
    String comparedWith,
    String table,
    String key,
    @Nullable String oldValue,
    @Nullable String newValue,
    List<String> causes) {
  public ReleaseChange {
    causes = List.copyOf(causes);
  }

  /** {@code added} when there was no value, {@code removed} when there is none, else changed. */
  public String change() {
    return oldValue == null ? "added" : newValue == null ? "removed" : "changed";
  }
}
