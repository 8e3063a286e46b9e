package org.citylake.cli.engine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The end of a log file, for the message of a failure. */
public final class LogTail {
  private static final int BYTES = 256 * 1024;
  private static final int LINES = 6;
  private static final int WIDTH = 400;
  private static final Pattern ERROR =
      Pattern.compile("ERROR|Exception|Caused by|Error:|OutOfMemory");

  private LogTail() {}

  /** The last lines that tell of errors, else simply the last, each on a line of its own. */
  public static String lastErrors(Path file) {
    List<String> lines;
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      long start = Math.max(0, log.length() - BYTES);
      byte[] end = new byte[(int) (log.length() - start)];
      log.seek(start);
      log.readFully(end);
      lines = new String(end, StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank()).toList();
    } catch (IOException e) {
      return " (it cannot be read: " + e.getMessage() + ")";
    }
    List<String> errors = lines.stream().filter(l -> ERROR.matcher(l).find()).toList();
    List<String> told = errors.isEmpty() ? lines : errors;
    StringBuilder text = new StringBuilder();
    for (String line : told.subList(Math.max(0, told.size() - LINES), told.size())) {
      text.append("\n  ").append(line, 0, Math.min(line.length(), WIDTH));
    }
    return text.toString();
  }
}
