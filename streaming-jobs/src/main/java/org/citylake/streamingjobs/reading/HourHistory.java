package org.citylake.streamingjobs.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The versions of one hour of one sensor, and the decision of docs/adr/0013-streams.md: a record is
 * compared with the version that is valid at its delivery's snapshot date. Equal is a duplicate.
 * Different is a new revision, one above the highest; unless a delivery of a later date is there:
 * then it held before, takes a revision one below the lowest, and is never current.
 */
final class HourHistory {
  private final List<HourVersion> versions = new ArrayList<>(1);

  /** Takes a version that was decided before. */
  void keep(HourVersion version) {
    versions.add(version);
  }

  /** The version with its revision; empty for a duplicate. */
  Optional<HourVersion> add(HourVersion candidate) {
    if (versions.stream().anyMatch(candidate::repeats)) {
      return Optional.empty();
    }
    Optional<HourVersion> valid =
        versions.stream()
            .filter(v -> v.snapshotDay() <= candidate.snapshotDay())
            .max(HourVersion.ORDER);
    if (valid.isPresent() && valid.get().equalContent(candidate)) {
      return Optional.empty();
    }
    HourVersion accepted = candidate.revised(revision(candidate));
    versions.add(accepted);
    return Optional.of(accepted);
  }

  /** The version with the highest revision. There is always one. */
  HourVersion current() {
    return versions.stream()
        .max(Comparator.comparingInt(HourVersion::revision))
        .orElseThrow(() -> new IllegalStateException("an hour without versions"));
  }

  private int revision(HourVersion candidate) {
    if (versions.isEmpty()) {
      return 1;
    }
    boolean later = versions.stream().anyMatch(v -> v.snapshotDay() > candidate.snapshotDay());
    return later
        ? versions.stream().mapToInt(HourVersion::revision).min().orElseThrow() - 1
        : versions.stream().mapToInt(HourVersion::revision).max().orElseThrow() + 1;
  }
}
