package org.citylake.cli.command;

import org.citylake.cli.engine.SqlPort;
import org.citylake.core.home.Home;
import picocli.CommandLine.Option;

/** {@code --sql-port}. */
final class SqlPortOption {
  @Option(
      names = "--sql-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description =
          "Port of SQL; 0 takes the one that this home had last, where it is free (default).")
  private int port;

  /**
   * Refuses a named port that is taken before anything is started.
   *
   * @throws org.citylake.core.CityLakeException of kind EXTERNAL
   */
  void requireFree() {
    Serving.requireFree(port, "--sql-port");
  }

  /** The port to take. */
  SqlPort of(Home home) {
    return port == 0 ? SqlPort.lastOf(home) : SqlPort.named(port);
  }
}
