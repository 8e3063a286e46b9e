package org.citylake.streamingjobs.live.event;

import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Events on their way and in the state. */
public final class LiveEventSerializer extends ImmutableSerializer<LiveEvent> {
  private static final long serialVersionUID = 1L;

  @Override
  public void serialize(LiveEvent event, DataOutputView target) throws IOException {
    StringValue.writeString(event.series(), target);
    target.writeLong(event.observedAt());
    write(event.measures(), target);
    StringValue.writeString(event.place(), target);
    target.writeLong(event.position());
    target.writeLong(event.arrivedAt());
  }

  @Override
  public LiveEvent deserialize(DataInputView source) throws IOException {
    return new LiveEvent(
        StringValue.readString(source),
        source.readLong(),
        read(source),
        StringValue.readString(source),
        source.readLong(),
        source.readLong());
  }

  private static void write(Measures measures, DataOutputView target) throws IOException {
    target.writeInt(measures.bytes().length);
    target.write(measures.bytes());
  }

  private static Measures read(DataInputView source) throws IOException {
    byte[] bytes = new byte[source.readInt()];
    source.readFully(bytes);
    return Measures.read(bytes);
  }

  @Override
  public TypeSerializerSnapshot<LiveEvent> snapshotConfiguration() {
    return new Snapshot();
  }

  /** The form in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<LiveEvent> {
    /** Made by Flink when it reads a checkpoint. */
    public Snapshot() {
      super(LiveEventSerializer::new);
    }
  }

  /** Where an event is part of something, it has this form too. */
  public static final class Factory extends TypeInfoFactory<LiveEvent> {
    @Override
    public TypeInformation<LiveEvent> createTypeInfo(
        Type type, Map<String, TypeInformation<?>> parameters) {
      return new SerializedType<>(LiveEvent.class, new LiveEventSerializer());
    }
  }
}
