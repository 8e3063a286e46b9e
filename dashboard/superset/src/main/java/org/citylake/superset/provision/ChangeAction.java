package org.citylake.superset.provision;

/** What becomes of one asset. */
public enum ChangeAction {
  /** It is declared and not there. */
  CREATE,
  /** It is there and departs from what is declared. */
  UPDATE,
  /** It is there as declared. */
  KEEP,
  /** CityLake made it, and it is declared no more. */
  STALE
}
