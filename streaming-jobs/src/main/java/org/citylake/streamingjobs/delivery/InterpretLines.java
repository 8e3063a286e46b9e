package org.citylake.streamingjobs.delivery;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.citylake.core.CityLakeException;
import org.citylake.streamingjobs.quarantine.Refusal;
import org.citylake.streamingjobs.reading.Reading;
import org.citylake.streamingjobs.tally.Tally;

/**
 * Lines in, readings out; refused records go to {@link Refusal#TAG}, counts to {@link Tally#TAG}.
 */
public final class InterpretLines extends ProcessFunction<DeliveryLine, Reading> {
  private static final long serialVersionUID = 1L;

  /** Accumulator that shows the progress; the counts that are kept are tallies. */
  public static final String PROGRESS = "records";

  private final LineInterpreter.Factory factory;
  private transient LineInterpreter interpreter;
  private transient LongCounter progress;

  /** Interprets with what the factory makes. */
  public InterpretLines(LineInterpreter.Factory factory) {
    this.factory = factory;
  }

  @Override
  public void open(OpenContext context) {
    interpreter = factory.open();
    progress = new LongCounter();
    getRuntimeContext().addAccumulator(PROGRESS, progress);
  }

  @Override
  public void processElement(DeliveryLine line, Context context, Collector<Reading> out) {
    Emitter emitter = new Emitter(context, out);
    try {
      interpreter.interpret(line, emitter);
    } catch (CityLakeException e) {
      // It has a sentence for people, which another attempt would only repeat.
      throw new SuppressRestartsException(e);
    }
    if (emitter.arrived > 0) {
      context.output(Tally.TAG, new Tally(Tally.ARRIVED, emitter.arrived));
      progress.add(emitter.arrived);
    }
  }

  private static final class Emitter implements LineInterpreter.Output {
    private final Context context;
    private final Collector<Reading> out;
    private int arrived;

    Emitter(Context context, Collector<Reading> out) {
      this.context = context;
      this.out = out;
    }

    @Override
    public void reading(Reading reading) {
      arrived++;
      out.collect(reading);
    }

    @Override
    public void refusal(Refusal refusal) {
      arrived++;
      context.output(Refusal.TAG, refusal);
    }

    @Override
    public void missing(int cells) {
      if (cells > 0) {
        context.output(Tally.TAG, new Tally(Tally.MISSING, cells));
      }
    }
  }
}
