package org.citylake.streamingjobs.delivery;

import java.io.Serializable;
import org.citylake.streamingjobs.quarantine.Refusal;
import org.citylake.streamingjobs.reading.Reading;

/** Says what the records of a line are: readings, refused records or empty cells. */
public interface LineInterpreter {
  /** Interprets one line; whatever is wrong with it is a refusal, never an exception. */
  void interpret(DeliveryLine line, Output output);

  /** Takes what a line holds. */
  interface Output {
    /** A good record. */
    void reading(Reading reading);

    /** A record that goes into quarantine. */
    void refusal(Refusal refusal);

    /** Empty cells, which are no records. */
    void missing(int cells);
  }

  /** Makes an interpreter on the machine that runs the task. */
  interface Factory extends Serializable {
    /** A new interpreter for one task. */
    LineInterpreter open();
  }
}
