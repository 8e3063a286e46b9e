package org.citylake.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.ReadResult;
import org.citylake.core.problem.Problem;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.IndexEngine;
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
    DeclarationLibrary library = read.library();
    List<Problem> problems = problems(read);
    problems.forEach(problem -> output.say(problem.toString()));
    library.overridden().forEach(id -> output.say("replaced by the city directory: " + id));
    Map<String, Object> counts = counts(library);
    output.say(
        problems.isEmpty()
            ? "All declarations are right: " + counts
            : problems.size() + " problems");
    output.result(
        Map.of(
            "problems", problems.stream().map(ValidateCommand::object).toList(),
            "overridden", library.overridden(),
            "counts", counts));
    return problems.isEmpty() ? 0 : 1;
  }

  /** What the reader found, and what the index engine cannot do with the editions that are read. */
  private static List<Problem> problems(ReadResult read) {
    Problems methods = new Problems();
    read.library().editions().forEach(edition -> IndexEngine.check(edition, methods));
    Set<String> told = read.problems().stream().map(Problem::file).collect(Collectors.toSet());
    List<Problem> problems = new ArrayList<>(read.problems());
    methods.all().stream().filter(p -> !told.contains(p.file())).forEach(problems::add);
    return problems;
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
    counts.put("map", library.maps().size());
    counts.put("group", library.groups().size());
    counts.put("codelist", library.codelists().size());
    counts.put("system", library.systems().size());
    counts.put("warning", library.warnings().size());
    counts.put("alert", library.alerts().size());
    counts.put("credit-model", library.creditModels().size());
    counts.put("view", library.views().size());
    return counts;
  }
}
