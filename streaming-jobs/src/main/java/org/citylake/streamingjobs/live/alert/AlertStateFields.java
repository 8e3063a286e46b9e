package org.citylake.streamingjobs.live.alert;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.citylake.entities.alert.AlertState;
import org.citylake.entities.alert.AlertState.Episode;
import org.citylake.entities.alert.AlertState.History;
import org.citylake.entities.alert.AlertState.LastHeld;
import org.citylake.entities.alert.AlertState.Memory;
import org.citylake.entities.alert.AlertState.Nothing;
import org.citylake.entities.alert.AlertState.Point;
import org.citylake.entities.alert.AlertState.Recent;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an {@link AlertState}, one after the other; a flag before those that may be null.
 */
final class AlertStateFields {
  private static final byte NOTHING = 0;
  private static final byte RECENT = 1;
  private static final byte HISTORY = 2;
  private static final byte LAST_HELD = 3;

  private AlertStateFields() {}

  static void write(AlertState state, DataOutputView out) throws IOException {
    writeTime(state.now(), out);
    out.writeInt(state.seen().size());
    for (Map.Entry<String, Instant> seen : state.seen().entrySet()) {
      out.writeUTF(seen.getKey());
      writeTime(seen.getValue(), out);
    }
    writeMemory(state.memory(), out);
    out.writeInt(state.indicated());
    writeTimes(state.reached(), out);
    writeEpisode(state.episode(), out);
  }

  static AlertState read(DataInputView in) throws IOException {
    Instant now = readTime(in);
    Map<String, Instant> seen = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String metric = in.readUTF();
      seen.put(metric, known(readTime(in)));
    }
    Memory memory = readMemory(in);
    int indicated = in.readInt();
    return new AlertState(now, seen, memory, indicated, readTimes(in), readEpisode(in));
  }

  private static void writeMemory(Memory memory, DataOutputView out) throws IOException {
    if (memory instanceof Recent recent) {
      out.writeByte(RECENT);
      out.writeInt(recent.points().size());
      for (Point point : recent.points()) {
        writeTime(point.at(), out);
        writeNumber(point.value(), out);
      }
    } else if (memory instanceof History history) {
      out.writeByte(HISTORY);
      out.writeInt(history.values().size());
      for (Map.Entry<Integer, List<BigDecimal>> hour : history.values().entrySet()) {
        out.writeInt(hour.getKey());
        out.writeInt(hour.getValue().size());
        for (BigDecimal number : hour.getValue()) {
          writeNumber(number, out);
        }
      }
    } else if (memory instanceof LastHeld held) {
      out.writeByte(LAST_HELD);
      writeTimes(held.times(), out);
    } else {
      out.writeByte(NOTHING);
    }
  }

  private static Memory readMemory(DataInputView in) throws IOException {
    byte kind = in.readByte();
    if (kind == RECENT) {
      List<Point> points = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        points.add(new Point(known(readTime(in)), readNumber(in)));
      }
      return new Recent(points);
    }
    if (kind == HISTORY) {
      Map<Integer, List<BigDecimal>> values = new TreeMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        int hour = in.readInt();
        List<BigDecimal> numbers = new ArrayList<>();
        for (int more = in.readInt(); more > 0; more--) {
          numbers.add(readNumber(in));
        }
        values.put(hour, List.copyOf(numbers));
      }
      return new History(values);
    }
    return kind == LAST_HELD ? new LastHeld(readTimes(in)) : new Nothing();
  }

  private static void writeEpisode(@Nullable Episode episode, DataOutputView out)
      throws IOException {
    out.writeBoolean(episode != null);
    if (episode != null) {
      writeTime(episode.opened(), out);
      out.writeInt(episode.level());
      writeTime(episode.told(), out);
      out.writeInt(episode.escalations());
      String who = episode.acknowledgedBy();
      out.writeBoolean(who != null);
      if (who != null) {
        out.writeUTF(who);
      }
      writeTime(episode.ended(), out);
    }
  }

  private static @Nullable Episode readEpisode(DataInputView in) throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    Instant opened = known(readTime(in));
    int level = in.readInt();
    Instant told = known(readTime(in));
    int escalations = in.readInt();
    String who = in.readBoolean() ? in.readUTF() : null;
    return new Episode(opened, level, told, escalations, who, readTime(in));
  }

  private static void writeTimes(List<? extends @Nullable Instant> times, DataOutputView out)
      throws IOException {
    out.writeInt(times.size());
    for (Instant time : times) {
      writeTime(time, out);
    }
  }

  private static List<@Nullable Instant> readTimes(DataInputView in) throws IOException {
    List<@Nullable Instant> times = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      times.add(readTime(in));
    }
    return times;
  }

  private static void writeTime(@Nullable Instant time, DataOutputView out) throws IOException {
    out.writeBoolean(time != null);
    if (time != null) {
      out.writeLong(time.getEpochSecond());
      out.writeInt(time.getNano());
    }
  }

  private static @Nullable Instant readTime(DataInputView in) throws IOException {
    return in.readBoolean() ? Instant.ofEpochSecond(in.readLong(), in.readInt()) : null;
  }

  private static Instant known(@Nullable Instant time) throws IOException {
    if (time == null) {
      throw new IOException("The state of alerts lacks a time that it must have");
    }
    return time;
  }

  private static void writeNumber(BigDecimal number, DataOutputView out) throws IOException {
    byte[] unscaled = number.unscaledValue().toByteArray();
    out.writeInt(number.scale());
    out.writeInt(unscaled.length);
    out.write(unscaled);
  }

  private static BigDecimal readNumber(DataInputView in) throws IOException {
    int scale = in.readInt();
    byte[] unscaled = new byte[in.readInt()];
    in.readFully(unscaled);
    return new BigDecimal(new BigInteger(unscaled), scale);
  }
}
