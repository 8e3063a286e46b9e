package org.citylake.streamingjobs.fault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.citylake.streamingjobs.fault.FaultyTables.Fault;
import org.citylake.streamingjobs.live.LiveTable;

/**
 * What goes wrong in a seed's run.
 *
 * @param parallelism with which the stream begins
 * @param taskFailures how often a task fails at a message
 * @param cutCheckpoints how often a task fails while it takes part in a checkpoint
 * @param diskStops table to how often the disk takes no new file of it
 * @param commits table to what befalls its commits, one after the other
 * @param blows what befalls the cluster, in this order
 */
record FaultPlan(
    int parallelism,
    int taskFailures,
    int cutCheckpoints,
    Map<LiveTable, Integer> diskStops,
    Map<LiveTable, List<Fault>> commits,
    List<Blow> blows) {
  private static final int COMMITS = 8;
  private static final int PAUSE = 350;

  /** What befalls the cluster. */
  enum Kind {
    /** A process that runs tasks is gone; another is started. */
    TASK_MANAGER,
    /** The process that leads the job loses its lead, and gets it again. */
    JOB_MANAGER,
    /** Stopped with a savepoint, and started from it with other parallelism. */
    RESCALE,
    /** Cancelled, and started from its last checkpoint. */
    CANCEL,
    /** A savepoint, some time on, and then back to it with the tables. */
    ROLL_BACK
  }

  /**
   * One blow.
   *
   * @param after milliseconds after the one before
   * @param parallelism with which the stream goes on, where it is started anew
   */
  record Blow(Kind kind, long after, int parallelism) {}

  /** The plan of a seed. */
  static FaultPlan of(long seed) {
    Random random = new Random(seed * 31 + 7);
    Map<LiveTable, Integer> diskStops = new EnumMap<>(LiveTable.class);
    Map<LiveTable, List<Fault>> commits = new EnumMap<>(LiveTable.class);
    for (LiveTable table : LiveTable.values()) {
      List<Fault> faults = new ArrayList<>();
      for (int i = 0; i < COMMITS; i++) {
        faults.add(
            random.nextInt(3) == 0
                ? Fault.values()[random.nextInt(Fault.values().length)]
                : Fault.NONE);
      }
      commits.put(table, faults);
      diskStops.put(table, random.nextInt(4) == 0 ? 1 : 0);
    }
    List<Blow> blows = new ArrayList<>();
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      blows.add(
          new Blow(
              Kind.values()[random.nextInt(Kind.values().length)],
              100 + random.nextInt(PAUSE),
              1 + random.nextInt(2)));
    }
    return new FaultPlan(
        1 + random.nextInt(2), random.nextInt(3), random.nextInt(2), diskStops, commits, blows);
  }
}
