package org.citylake.streamingjobs.fault;

import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.citylake.streamingjobs.delivery.DeclaredSource;
import org.citylake.streamingjobs.live.event.EventInterpreter;
import org.citylake.streamingjobs.live.event.Interpreted;

/** A seed's messages by their number, interpreted by the source's contract. */
final class PlannedSource implements GeneratorFunction<Long, Interpreted> {
  private static final long serialVersionUID = 1L;

  private final DeclaredSource source;
  private final PlannedMessages messages;
  private transient EventInterpreter interpreter;

  PlannedSource(DeclaredSource source, PlannedMessages messages) {
    this.source = source;
    this.messages = messages;
    this.interpreter = EventInterpreter.of(source);
  }

  @Override
  public void open(SourceReaderContext context) {
    interpreter = EventInterpreter.of(source);
  }

  @Override
  public Interpreted map(Long number) {
    return interpreter.interpret(messages.message(number));
  }
}
