package org.citylake.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.citylake.cli.state.LogFiles;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.Initializer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** One command: finds the settings, opens the log, and leaves the work to its kind. */
public abstract class CityLakeSubcommand implements Callable<Integer> {
  private CommandSpec spec;

  /** What picocli knows of this command. */
  @Initializer
  @Spec
  public void spec(CommandSpec given) {
    this.spec = given;
  }

  /** What picocli knows of this command. */
  protected final CommandSpec spec() {
    return spec;
  }

  @Override
  public final Integer call() throws Exception {
    CityLakeCommand root = (CityLakeCommand) spec.root().userObject();
    Settings settings = root.settings();
    if (Files.isDirectory(settings.home().logs())) {
      LogFiles.open(settings.home());
    }
    Output output =
        new Output(spec.commandLine().getOut(), spec.commandLine().getErr(), root.json());
    try {
      return run(settings, output);
    } catch (OutOfMemoryError e) {
      // picocli passes on exceptions only.
      throw new CityLakeException(
          Kind.EXTERNAL,
          "The command needs more memory than it has ("
              + (Runtime.getRuntime().maxMemory() >> 20)
              + " MiB of heap); give it more, such as CITYLAKE_MEMORY=4g",
          e);
    } catch (LinkageError e) {
      throw new CityLakeException(
          Kind.INTERNAL, "The command ended by " + e + "; build anew with mvn clean", e);
    } catch (Error e) {
      // Hadoop's local file system tells a failed write by an Error of its own.
      if (e.getCause() instanceof IOException io) {
        throw new UncheckedIOException("Cannot write to the home " + settings.home().root(), io);
      }
      throw e;
    }
  }

  /**
   * Does the work.
   *
   * @return 0 when done, 1 when the work failed in a way that has been told already
   */
  protected abstract int run(Settings settings, Output output) throws Exception;

  /**
   * Makes the home and starts its log; for commands that write.
   *
   * @throws CityLakeException of kind USER when a file has its place
   */
  protected static void create(Settings settings) {
    if (Files.exists(settings.home().root()) && !Files.isDirectory(settings.home().root())) {
      throw new CityLakeException(
          Kind.USER, "Cannot use the home " + settings.home().root() + ": it is a file");
    }
    settings.home().create();
    LogFiles.open(settings.home());
  }

  /**
   * Refuses a home that nothing was ever run on; for commands that read.
   *
   * @throws CityLakeException of kind USER
   */
  protected static void requireHome(Settings settings) {
    if (!Files.exists(settings.home().catalogDatabase())) {
      throw new CityLakeException(
          Kind.USER,
          "Cannot find a home at "
              + settings.home().root()
              + ": run ./citylake demo first, or name another one by --home");
    }
  }
}
