package org.citylake.streamingjobs.sink;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.iceberg.ContentFileParser;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.util.JsonUtil;

/** Files as the JSON of Iceberg's own specification, which a later version of the job reads too. */
final class WrittenFilesSerializer implements SimpleVersionedSerializer<WrittenFiles> {
  private static final int VERSION = 1;

  private final Map<Integer, PartitionSpec> specs;

  /** Reads and writes files of a table that has these partition specs. */
  WrittenFilesSerializer(Map<Integer, PartitionSpec> specs) {
    this.specs = specs;
  }

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
        byte[] json =
            ContentFileParser.toJson(file, spec(file.specId())).getBytes(StandardCharsets.UTF_8);
        out.writeInt(json.length);
        out.write(json);
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
        byte[] json = in.readNBytes(in.readInt());
        files.add((DataFile) ContentFileParser.fromJson(JsonUtil.mapper().readTree(json), specs));
      }
      return new WrittenFiles(token, checkpoint, writtenAt, files);
    }
  }

  private PartitionSpec spec(int id) {
    PartitionSpec spec = specs.get(id);
    if (spec == null) {
      throw new IllegalStateException("The table has no partition spec " + id);
    }
    return spec;
  }
}
