package org.citylake.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.citylake.cli.command.CityLakeCommand;

/** The entry: {@code citylake COMMAND ...}. */
public final class Main {
  private Main() {}

  /** Runs a command and ends with its exit code: 0 done, 1 the work failed, 2 wrong use. */
  public static void main(String[] args) {
    // UTF-8 whatever the locale says, because names are Chinese.
    PrintWriter out =
        new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintWriter err =
        new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int code = CityLakeCommand.execute(System.getenv(), out, err, args);
    out.flush();
    err.flush();
    System.exit(code);
  }
}
