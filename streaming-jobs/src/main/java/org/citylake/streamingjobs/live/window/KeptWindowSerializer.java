package org.citylake.streamingjobs.live.window;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.citylake.streamingjobs.live.event.ImmutableSerializer;

/** Windows in the state. */
public final class KeptWindowSerializer extends ImmutableSerializer<KeptWindow> {
  private static final long serialVersionUID = 1L;

  @Override
  public void serialize(KeptWindow window, DataOutputView target) throws IOException {
    window.write(target);
  }

  @Override
  public KeptWindow deserialize(DataInputView source) throws IOException {
    return KeptWindow.read(source);
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
