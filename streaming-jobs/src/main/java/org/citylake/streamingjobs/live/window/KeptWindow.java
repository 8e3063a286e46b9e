package org.citylake.streamingjobs.live.window;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.citylake.streamingjobs.live.event.Measures;
import org.jspecify.annotations.Nullable;

/**
 * The events of a series' window while it can change: what duplicates are told by, and what the
 * window's figures are made from. Of each time the newest version, in the form that checkpoints
 * have: there are millions of them, and a checkpoint writes them all.
 *
 * <p>A window never changes: one event more makes a new window, which writes it behind the others
 * into the same array; the older one does not look there. So a checkpoint that still writes the
 * older one is not disturbed. Only the newest window of a series may be added to.
 */
final class KeptWindow {
  /** Before an event's numbers: its time, its revision and their length. */
  private static final int HEAD = Long.BYTES + 2 * Integer.BYTES;

  private static final int REVISION = Long.BYTES;
  private static final int LENGTH = REVISION + Integer.BYTES;
  private static final int NONE = -1;

  private final ByteBuffer events;
  private final int used;
  private final int size;
  private final long newest;
  private final int revision;
  private final boolean changed;

  /**
   * Events in the first bytes of a buffer.
   *
   * @param newest no event is of a later time
   */
  private KeptWindow(
      ByteBuffer events, int used, int size, long newest, int revision, boolean changed) {
    this.events = events;
    this.used = used;
    this.size = size;
    this.newest = newest;
    this.revision = revision;
    this.changed = changed;
  }

  /** A window without events. */
  static KeptWindow empty() {
    return new KeptWindow(ByteBuffer.allocate(0), 0, 0, Long.MIN_VALUE, 0, false);
  }

  /** How often figures were told; 0 before the window closes. */
  int revision() {
    return revision;
  }

  /** Whether they are due again. */
  boolean changed() {
    return changed;
  }

  /** The event of that time, milliseconds since 1970; null when there is none. */
  @Nullable KeptEvent find(long at) {
    int place = place(at);
    return place == NONE ? null : event(place);
  }

  /** All events. */
  List<KeptEvent> events() {
    List<KeptEvent> all = new ArrayList<>(size);
    for (int place = 0; place < used; place = next(place)) {
      all.add(event(place));
    }
    return all;
  }

  /** With an event, in the place of an older version of that time; its figures are due. */
  KeptWindow with(long at, KeptEvent event) {
    int older = place(at);
    if (older != NONE) {
      return without(older).with(at, event);
    }
    byte[] numbers = event.measures().bytes();
    int end = used + HEAD + numbers.length;
    ByteBuffer room = events;
    if (end > room.capacity()) {
      room = ByteBuffer.wrap(Arrays.copyOf(events.array(), end + used / 2));
    }
    room.putLong(used, at);
    room.putInt(used + REVISION, event.revision());
    room.putInt(used + LENGTH, numbers.length);
    room.put(used + HEAD, numbers);
    return new KeptWindow(room, end, size + 1, Math.max(newest, at), revision, true);
  }

  /** After its figures were told once more. */
  KeptWindow told() {
    return new KeptWindow(events, used, size, newest, revision + 1, false);
  }

  void write(DataOutputView target) throws IOException {
    target.writeInt(revision);
    target.writeBoolean(changed);
    target.writeInt(size);
    target.write(events.array(), 0, used);
  }

  static KeptWindow read(DataInputView source) throws IOException {
    int revision = source.readInt();
    boolean changed = source.readBoolean();
    int size = source.readInt();
    KeptWindow window = empty();
    for (int i = 0; i < size; i++) {
      long at = source.readLong();
      int version = source.readInt();
      byte[] numbers = new byte[source.readInt()];
      source.readFully(numbers);
      window = window.with(at, new KeptEvent(version, Measures.read(numbers)));
    }
    return new KeptWindow(window.events, window.used, size, window.newest, revision, changed);
  }

  private KeptWindow without(int place) {
    byte[] kept = new byte[used];
    int next = next(place);
    System.arraycopy(events.array(), 0, kept, 0, place);
    System.arraycopy(events.array(), next, kept, place, used - next);
    return new KeptWindow(
        ByteBuffer.wrap(kept), used - (next - place), size - 1, newest, revision, changed);
  }

  private int place(long at) {
    if (at > newest) {
      return NONE;
    }
    int place = 0;
    while (place < used && events.getLong(place) != at) {
      place = next(place);
    }
    return place < used ? place : NONE;
  }

  private int next(int place) {
    return place + HEAD + events.getInt(place + LENGTH);
  }

  private KeptEvent event(int place) {
    byte[] numbers = Arrays.copyOfRange(events.array(), place + HEAD, next(place));
    return new KeptEvent(events.getInt(place + REVISION), Measures.read(numbers));
  }
}
