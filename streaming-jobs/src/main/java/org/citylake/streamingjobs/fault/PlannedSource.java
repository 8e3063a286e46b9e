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
    this.interpreter = interpreter(source);
  }

  private static EventInterpreter interpreter(DeclaredSource source) {
    return new EventInterpreter(
        source.declaration(), source.stream().live().orElseThrow(), source.library());
  }

  @Override
  public void open(SourceReaderContext context) {
    interpreter = interpreter(source);
  }

  @Override
  public Interpreted map(Long number) {
    return interpreter.interpret(messages.message(number));
  }
}
