package org.citylake.cli.index;

import java.nio.file.Path;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.index.panel.PanelCsvReader.PanelFile;
import picocli.CommandLine.Option;

/** The options of commands that work on an edition, a panel file and a folder of results. */
final class EditionOptions {
  @Option(
      names = "--edition",
      required = true,
      paramLabel = "E",
      description =
          "A declared edition, such as plan_attainment/2015, or a folder with index.yaml.")
  private String edition = "";

  @Option(names = "--data", required = true, paramLabel = "FILE", description = "The panel, CSV.")
  private Path data = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the results go; made when it is not there.")
  private Path out = Path.of("");

  /** The edition that was named. */
  EditionSource edition(Settings settings) {
    return EditionSource.find(settings, edition);
  }

  /** The panel, read as the edition asks for it. */
  Panel panel(EditionSource source, Output output) {
    PanelFile file = source.panel(data);
    file.unused().forEach(c -> output.progress("Column not in the edition, left alone: " + c));
    return file.panel();
  }

  /** The panel's file. */
  Path data() {
    return data;
  }

  /** The folder of the results, made. */
  ResultFolder folder() {
    return ResultFolder.create(out);
  }
}
