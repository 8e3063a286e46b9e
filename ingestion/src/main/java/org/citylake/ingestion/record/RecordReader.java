package org.citylake.ingestion.record;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;
import org.jspecify.annotations.Nullable;

/**
 * Splits a file into records on bytes, before decoding, so that a record's exact bytes can be kept
 * and a wrong byte or an unbalanced quote costs one line. Works for UTF-8, GBK and GB18030 alike,
 * because in none of them is the byte of a line break or a quote part of another character.
 *
 * <p>Lines end with LF or CRLF. Empty lines are no records but are counted. In a multiline format a
 * record goes on while its quotes are unbalanced, at most over {@value #LONGEST_RECORD} lines: then
 * the quote is taken for an error and the lines stand alone. A byte order mark of UTF-8 is dropped.
 */
public final class RecordReader implements Iterator<RecordLine>, Closeable {
  private static final int LONGEST_RECORD = 1000;

  /** Longer lines are no records: a file of another kind, which memory must not hold whole. */
  private static final int LONGEST_LINE = 64 << 20;

  private final InputStream in;
  private final boolean multiline;
  private final Deque<RecordLine> ahead = new ArrayDeque<>();
  private long line;
  private @Nullable RecordLine next;

  private RecordReader(InputStream in, boolean multiline) {
    this.in = in;
    this.multiline = multiline;
  }

  /** Opens a file; the first record is the header. */
  public static RecordReader open(Path file, FileFormat format) {
    try {
      return of(Files.newInputStream(file), format);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open " + file, e);
    }
  }

  /** Reads from a stream, which {@link #close} closes. */
  public static RecordReader of(InputStream in, FileFormat format) {
    return new RecordReader(new BufferedInputStream(in, 1 << 16), format.multiline());
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null) {
        RecordLine found = multiline ? record() : physical();
        if (found == null) {
          return false;
        }
        if (found.bytes().length > 0) {
          next = found;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read on after line " + line, e);
    }
    return true;
  }

  @Override
  public RecordLine next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    RecordLine found = next;
    next = null;
    return found;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable RecordLine record() throws IOException {
    RecordLine first = pending();
    if (first == null || balanced(first.bytes())) {
      return first;
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.writeBytes(first.bytes());
    Deque<RecordLine> taken = new ArrayDeque<>();
    while (taken.size() < LONGEST_RECORD) {
      RecordLine more = pending();
      if (more == null) {
        break;
      }
      taken.add(more);
      joined.write('\n');
      joined.writeBytes(more.bytes());
      if (!balanced(more.bytes())) {
        return new RecordLine(first.line(), joined.toByteArray());
      }
    }
    while (!taken.isEmpty()) {
      ahead.addFirst(taken.removeLast());
    }
    return first;
  }

  private @Nullable RecordLine pending() throws IOException {
    return ahead.isEmpty() ? physical() : ahead.removeFirst();
  }

  private @Nullable RecordLine physical() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    int b = in.read();
    if (b < 0) {
      return null;
    }
    while (b >= 0 && b != '\n') {
      if (bytes.size() == LONGEST_LINE) {
        throw new CityLakeException(
            Kind.DATA,
            "Line "
                + (line + 1)
                + " of the file is longer than "
                + (LONGEST_LINE >> 20)
                + " MiB, nothing was loaded: send a text file with one record a line");
      }
      bytes.write(b);
      b = in.read();
    }
    line++;
    byte[] found = bytes.toByteArray();
    int from = line == 1 && startsWithMark(found) ? 3 : 0;
    int to = found.length;
    if (b == '\n' && to > from && found[to - 1] == '\r') {
      to--;
    }
    return new RecordLine(
        line,
        from == 0 && to == found.length ? found : java.util.Arrays.copyOfRange(found, from, to));
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  /** Whether the quotes of the bytes are even. */
  static boolean balanced(byte[] bytes) {
    int quotes = 0;
    for (byte b : bytes) {
      if (b == '"') {
        quotes++;
      }
    }
    return quotes % 2 == 0;
  }
}
