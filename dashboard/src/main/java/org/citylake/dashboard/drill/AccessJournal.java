package org.citylake.dashboard.drill;

/** Keeps who read what is not for everybody, before it is shown. Values are never kept. */
public interface AccessJournal {
  /**
   * Notes a reading.
   *
   * @param actor name of the user
   * @param table what was read of
   * @param subject which row, or {@code *} for a list
   * @param records how many were shown
   * @throws org.citylake.dashboard.answer.ProblemException when it cannot be kept, so that nothing
   *     is shown
   */
  void note(String actor, String table, String subject, long records);
}
