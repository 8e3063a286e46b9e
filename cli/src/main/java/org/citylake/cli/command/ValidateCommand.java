package org.citylake.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.ReadResult;
import org.citylake.core.problem.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code validate}: every declaration, each by itself and all together. */
@Command(
    name = "validate",
    description = "Check all declarations and tell every problem at once.",
    footer = {"", "Examples:", "  ./citylake validate", "  ./citylake validate my-city"})
final class ValidateCommand extends CityLakeSubcommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "A city directory, over the shipped declarations (same as --city).")
  private @Nullable Path folder;

  @Override
  protected int run(Settings settings, Output output) {
    List<Path> roots = new ArrayList<>(settings.declarationRoots());
    Optional.ofNullable(folder).map(f -> f.toAbsolutePath().normalize()).ifPresent(roots::add);
    for (Path root : roots) {
      if (!Files.isDirectory(root)) {
        throw new CityLakeException(Kind.USER, "Cannot validate " + root + ": no such folder");
      }
    }
    ReadResult read = DeclarationReader.read(roots);
    read.problems().forEach(problem -> output.say(problem.toString()));
    DeclarationLibrary library = read.library();
    library.overridden().forEach(id -> output.say("replaced by the city directory: " + id));
    Map<String, Object> counts = counts(library);
    output.say(
        read.problems().isEmpty()
            ? "All declarations are right: " + counts
            : read.problems().size() + " problems");
    output.result(
        Map.of(
            "problems", read.problems().stream().map(ValidateCommand::object).toList(),
            "overridden", library.overridden(),
            "counts", counts));
    return read.problems().isEmpty() ? 0 : 1;
  }

  private static Map<String, Object> object(Problem problem) {
    return Map.of(
        "file", problem.file(),
        "line", problem.line(),
        "rule", problem.rule(),
        "value", problem.value(),
        "message", problem.message());
  }

  private static Map<String, Object> counts(DeclarationLibrary library) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("source", library.sources().size());
    counts.put("table", library.tables().size());
    counts.put("indicator", library.indicators().size());
    counts.put("edition", library.editions().size());
    counts.put("export", library.exports().size());
    counts.put("page", library.pages().size());
    counts.put("codelist", library.codelists().size());
    return counts;
  }
}
