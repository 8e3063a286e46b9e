package org.citylake.streamingjobs.fault;

import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.citylake.streamingjobs.live.event.Interpreted;

/** Hands messages on, and fails a few times at a message or while a checkpoint is taken. */
final class FailingTasks extends RichMapFunction<Interpreted, Interpreted>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  private static final Map<String, AtomicInteger> FAILURES = new ConcurrentHashMap<>();
  private static final Map<String, AtomicInteger> CUTS = new ConcurrentHashMap<>();

  private final String plan;
  private final long seed;
  private transient Random random = new Random();

  FailingTasks(String plan, long seed) {
    this.plan = plan;
    this.seed = seed;
  }

  static void plan(String plan, int failures, int cuts) {
    FAILURES.put(plan, new AtomicInteger(failures));
    CUTS.put(plan, new AtomicInteger(cuts));
  }

  @Override
  public void open(OpenContext context) {
    random = new Random(seed + getRuntimeContext().getTaskInfo().getAttemptNumber());
  }

  @Override
  public Interpreted map(Interpreted message) {
    if (random.nextInt(700) == 0 && left(FAILURES)) {
      throw new IllegalStateException("a task fails (planned)");
    }
    return message;
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    if (random.nextInt(4) == 0 && left(CUTS)) {
      throw new IllegalStateException("a checkpoint is cut (planned)");
    }
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {}

  private boolean left(Map<String, AtomicInteger> plans) {
    return Objects.requireNonNull(plans.get(plan)).getAndDecrement() > 0;
  }
}
