package org.citylake.streamingjobs.reading;

import java.util.ArrayList;
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
    HourVersion valid = null;
    for (HourVersion version : versions) {
      if (candidate.repeats(version)) {
        return Optional.empty();
      }
      if (version.snapshotDay() <= candidate.snapshotDay()
          && (valid == null || HourVersion.ORDER.compare(version, valid) >= 0)) {
        valid = version;
      }
    }
    if (valid != null && valid.equalContent(candidate)) {
      return Optional.empty();
    }
    HourVersion accepted = candidate.revised(revision(candidate));
    versions.add(accepted);
    return Optional.of(accepted);
  }

  /** The version with the highest revision. There is always one. */
  HourVersion current() {
    if (versions.isEmpty()) {
      throw new IllegalStateException("an hour without versions");
    }
    HourVersion current = versions.get(0);
    for (HourVersion version : versions) {
      if (version.revision() > current.revision()) {
        current = version;
      }
    }
    return current;
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
