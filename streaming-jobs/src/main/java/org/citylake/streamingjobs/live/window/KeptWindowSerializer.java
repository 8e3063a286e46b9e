package org.citylake.streamingjobs.live.window;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.citylake.streamingjobs.live.event.LiveEventSerializer;

/** Windows in the state. A copy has a map of its own; the events in it never change. */
public final class KeptWindowSerializer extends TypeSerializerSingleton<KeptWindow> {
  private static final long serialVersionUID = 1L;

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public KeptWindow createInstance() {
    return KeptWindow.empty();
  }

  @Override
  public KeptWindow copy(KeptWindow from) {
    return new KeptWindow(new HashMap<>(from.events()), from.revision(), from.changed());
  }

  @Override
  public KeptWindow copy(KeptWindow from, KeptWindow reuse) {
    return copy(from);
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(KeptWindow window, DataOutputView target) throws IOException {
    target.writeInt(window.revision());
    target.writeBoolean(window.changed());
    target.writeInt(window.events().size());
    for (Map.Entry<Long, KeptEvent> event : window.events().entrySet()) {
      target.writeLong(event.getKey());
      target.writeInt(event.getValue().revision());
      LiveEventSerializer.write(event.getValue().measures(), target);
    }
  }

  @Override
  public KeptWindow deserialize(DataInputView source) throws IOException {
    int revision = source.readInt();
    boolean changed = source.readBoolean();
    int size = source.readInt();
    Map<Long, KeptEvent> events = new HashMap<>();
    for (int i = 0; i < size; i++) {
      long at = source.readLong();
      int version = source.readInt();
      events.put(at, new KeptEvent(version, LiveEventSerializer.read(source)));
    }
    return new KeptWindow(events, revision, changed);
  }

  @Override
  public KeptWindow deserialize(KeptWindow reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public TypeSerializerSnapshot<KeptWindow> snapshotConfiguration() {
    return new Snapshot();
  }

  /** The form in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<KeptWindow> {
    /** Made by Flink when it reads a checkpoint. */
    public Snapshot() {
      super(KeptWindowSerializer::new);
    }
  }
}
