package org.citylake.cli.index;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.EditionFolder;
import org.citylake.metrics.index.IndexEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code index new}: the folder of an edition, to be filled. */
@Command(
    name = "new",
    description = {
      "Make the folder of a new edition: index.yaml with comments, METHOD.md, CHANGES.md and a test"
          + " case.",
      "It validates as it is; its test case fails until you put the scores that you worked by hand"
          + " in the place of TODO."
    },
    footer = {
      "",
      "Examples:",
      "  ./citylake index new green_city/2026 --out my-city",
      "  ./citylake validate my-city"
    })
final class IndexNewCommand extends CityLakeSubcommand {
  @Parameters(
      paramLabel = "INDEX/EDITION",
      description = "Code of the index and of the edition, such as green_city/2026.")
  private String id = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "A city directory; the edition goes to metrics/indexes/INDEX/EDITION in it.")
  private Path out = Path.of("");

  @Override
  protected int run(Settings settings, Output output) {
    if (!id.matches("[a-z][a-z0-9_]*/[a-z0-9][a-z0-9_]*")) {
      throw new ParameterException(
          spec().commandLine(),
          "Write INDEX/EDITION in small letters, digits and _, such as green_city/2026: " + id);
    }
    Path folder = out.resolve("metrics").resolve("indexes").resolve(id);
    if (Files.exists(folder)) {
      throw new CityLakeException(Kind.USER, "Cannot make " + folder + ": it is there already");
    }
    ResultFolder made = ResultFolder.create(folder);
    String index = id.substring(0, id.indexOf('/'));
    String edition = id.substring(id.indexOf('/') + 1);
    made.text("index.yaml", ScaffoldText.INDEX.formatted(index, edition, index, index, index));
    made.text("METHOD.md", ScaffoldText.METHOD.formatted(id));
    made.text("CHANGES.md", ScaffoldText.CHANGES);
    ResultFolder test = ResultFolder.create(folder.resolve("tests").resolve("worked_by_hand"));
    test.text("panel.csv", ScaffoldText.PANEL);
    test.text("expected.csv", ScaffoldText.EXPECTED.formatted(index, index));
    IndexEngine.compile(EditionFolder.load(made.folder()));
    output.say("Edition: " + made.folder().resolve("index.yaml"));
    output.say("Next: ./citylake validate " + out + ", then put TODO right in " + test.folder());
    output.result(Map.of("edition", id, "folder", made.folder().toString()));
    return 0;
  }
}
