package org.citylake.cli.command;

import java.util.Optional;
import org.citylake.cli.engine.JavaHome;
import org.citylake.cli.engine.SqlPort;
import org.citylake.cli.engine.SupervisedTrino;
import org.citylake.cli.engine.TrinoServer;
import org.citylake.cli.run.RunOutcome;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.declaration.DeclarationLibrary;

/**
 * Trino where a JDK 25 is there, else nothing and a word on what to install.
 *
 * @param trino the server, if there is one; it is started again when it ends by itself
 */
record ServedSql(Optional<SupervisedTrino> trino) implements AutoCloseable {
  /**
   * Starts Trino.
   *
   * @param port that it takes
   */
  static ServedSql start(
      Settings settings, DeclarationLibrary library, Lake lake, SqlPort port, Output output) {
    Optional<JavaHome> java = JavaHome.findForTrino(settings.environment());
    if (java.isEmpty()) {
      output.progress(JavaHome.INSTALL_25 + ". Everything else runs.");
      return new ServedSql(Optional.empty());
    }
    output.progress("Start Trino");
    SupervisedTrino trino =
        SupervisedTrino.start(
            chosen ->
                TrinoServer.start(
                    settings.root(),
                    settings.home(),
                    library,
                    java.get(),
                    chosen,
                    lake.uri(),
                    lake.token(),
                    output::progress),
            port,
            output::progress);
    if (!port.equals(SqlPort.any())) {
      SqlPort.keep(settings.home(), trino.server().port());
    }
    return new ServedSql(Optional.of(trino));
  }

  /** The JDBC address, empty without Trino. */
  String jdbc() {
    return trino.map(t -> t.server().jdbcAddress()).orElse("");
  }

  void recordMemory(RunOutcome outcome) {
    trino.ifPresent(t -> outcome.peakMemory().put("trino", t.server().peakMemoryBytes()));
  }

  @Override
  public void close() {
    trino.ifPresent(SupervisedTrino::close);
  }
}
