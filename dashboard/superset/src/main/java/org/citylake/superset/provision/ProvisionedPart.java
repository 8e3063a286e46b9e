package org.citylake.superset.provision;

import java.util.List;
import java.util.Optional;

/**
 * One part of what a Superset should hold, which is read, written and removed by calls of its own.
 * Every part may be cut off at any call: it finds again what it did by uuid or name.
 */
interface ProvisionedPart {
  /** Why this Superset cannot have the part; empty when it can. */
  Optional<String> missing();

  /** What becomes of each thing that is declared, or that CityLake made before. */
  List<Change> plan();

  /** Makes what is missing and mends what departs. */
  void apply(List<Change> plan);

  /** Removes what CityLake made and is declared no more, and says what. */
  List<Change> prune();
}
