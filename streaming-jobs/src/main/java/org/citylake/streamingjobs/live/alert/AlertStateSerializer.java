package org.citylake.streamingjobs.live.alert;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.util.InstantiationUtil;
import org.citylake.entities.alert.AlertState;

/**
 * What alert rules remember, as Java objects. They are immutable, so they are copied by keeping
 * them, and written only into checkpoints.
 */
public final class AlertStateSerializer extends TypeSerializerSingleton<AlertState> {
  private static final long serialVersionUID = 1L;

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public AlertState createInstance() {
    throw new UnsupportedOperationException("A state belongs to a rule");
  }

  @Override
  public AlertState copy(AlertState from) {
    return from;
  }

  @Override
  public AlertState copy(AlertState from, AlertState reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(AlertState state, DataOutputView target) throws IOException {
    byte[] bytes = InstantiationUtil.serializeObject(state);
    target.writeInt(bytes.length);
    target.write(bytes);
  }

  @Override
  public AlertState deserialize(DataInputView source) throws IOException {
    byte[] bytes = new byte[source.readInt()];
    source.readFully(bytes);
    try {
      return InstantiationUtil.deserializeObject(bytes, AlertState.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IOException("The state of alerts is of another version of CityLake", e);
    }
  }

  @Override
  public AlertState deserialize(AlertState reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    int length = source.readInt();
    target.writeInt(length);
    target.write(source, length);
  }

  @Override
  public TypeSerializerSnapshot<AlertState> snapshotConfiguration() {
    return new Snapshot();
  }

  /** The form of the state in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<AlertState> {
    /** Made by Flink when it reads a checkpoint. */
    public Snapshot() {
      super(AlertStateSerializer::new);
    }
  }
}
