package org.citylake.core.schedule;

/** Which of the slots that were missed are made up for. */
public enum CatchUp {
  /** The latest one only: who reads the export wants the present state. */
  LATEST,
  /** Each of them, in their order: who reads the export keeps a series. */
  ALL
}
