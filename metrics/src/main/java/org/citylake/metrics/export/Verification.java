package org.citylake.metrics.export;

import java.nio.file.Path;
import java.util.List;
import org.citylake.core.problem.Problem;

/**
 * What checking a package found.
 *
 * @param folder the package
 * @param files how many entries the folder has
 * @param suite the suite that the package is signed by; empty when it names none that is known
 * @param fingerprint the suite's digest of the public key that the package names; empty when it
 *     names none
 * @param faults everything that is wrong; empty when the package is valid
 */
public record Verification(
    Path folder, int files, String suite, String fingerprint, List<Problem> faults) {
  public Verification {
    faults = List.copyOf(faults);
  }

  /** Whether nothing is wrong. */
  public boolean valid() {
    return faults.isEmpty();
  }
}
