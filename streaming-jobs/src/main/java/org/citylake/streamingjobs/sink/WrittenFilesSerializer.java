package org.citylake.streamingjobs.sink;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.apache.iceberg.DataFile;

/** Files as Iceberg's own Java objects: a job of another version of Iceberg may not read them. */
final class WrittenFilesSerializer implements SimpleVersionedSerializer<WrittenFiles> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(WrittenFiles written) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(written.token());
      out.writeLong(written.checkpoint());
      out.writeLong(written.writtenAt());
      out.writeInt(written.files().size());
      for (DataFile file : written.files()) {
        byte[] object = InstantiationUtil.serializeObject(file);
        out.writeInt(object.length);
        out.write(object);
      }
    }
    return bytes.toByteArray();
  }

  @Override
  public WrittenFiles deserialize(int version, byte[] serialized) throws IOException {
    if (version != VERSION) {
      throw new IOException("The state holds files in form " + version + ", known is " + VERSION);
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized))) {
      String token = in.readUTF();
      long checkpoint = in.readLong();
      long writtenAt = in.readLong();
      int count = in.readInt();
      List<DataFile> files = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        files.add(file(in.readNBytes(in.readInt())));
      }
      return new WrittenFiles(token, checkpoint, writtenAt, files);
    }
  }

  private static DataFile file(byte[] object) throws IOException {
    try {
      return InstantiationUtil.deserializeObject(object, DataFile.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IOException("The state holds files of another version of Iceberg", e);
    }
  }
}
