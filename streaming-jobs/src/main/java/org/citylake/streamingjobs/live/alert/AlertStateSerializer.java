package org.citylake.streamingjobs.live.alert;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.util.InstantiationUtil;
import org.citylake.entities.alert.AlertState;
import org.citylake.streamingjobs.live.event.ImmutableSerializer;

/**
 * What alert rules remember, field by field: a checkpoint writes one for every rule and series.
 * Checkpoints of before held Java objects, with their length in front; they are read as well.
 */
public final class AlertStateSerializer extends ImmutableSerializer<AlertState> {
  private static final long serialVersionUID = 1L;

  /** In the place of the length, which is never below 0. */
  private static final int FIELDS = -1;

  @Override
  public void serialize(AlertState state, DataOutputView target) throws IOException {
    target.writeInt(FIELDS);
    AlertStateFields.write(state, target);
  }

  @Override
  public AlertState deserialize(DataInputView source) throws IOException {
    int form = source.readInt();
    if (form == FIELDS) {
      return AlertStateFields.read(source);
    }
    byte[] bytes = new byte[form];
    source.readFully(bytes);
    try {
      return InstantiationUtil.deserializeObject(bytes, AlertState.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IOException("The state of alerts is of another version of CityLake", e);
    }
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
