package org.citylake.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.cases.CaseResult;
import org.citylake.core.declaration.DeclarationReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code test}: the test cases that stand beside declarations. */
@Command(
    name = "test",
    description = {
      "Run the test cases that declarations carry in tests/CASE/ beside them.",
      "Of a city directory (--city) its own are run, without one the shipped ones. Cases of"
          + " sources, index editions, warning and alert rules run at once, those of tables and"
          + " indicators in Spark."
    },
    footer = {
      "",
      "Ends with 1 when a case fails, and tells what it lacks and what it has too much.",
      "",
      "Examples:",
      "  ./citylake test --city my-city",
      "  ./citylake test pm25_annual_mean smart_city_development/2016"
    })
final class TestCommand extends CityLakeSubcommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description =
          "Id of a source, full name of a table, code of an indicator, INDEX/EDITION, name of"
              + " a warning or alert rule, id of a group (default: all).")
  private List<String> names = List.of();

  @Option(names = "--all", description = "With --city, the shipped declarations' cases too.")
  private boolean all;

  @Override
  protected int run(Settings settings, Output output) {
    List<Path> roots = settings.declarationRoots();
    boolean city = !all && names.isEmpty() && roots.size() > 1;
    Optional<Path> below = city ? Optional.of(roots.get(roots.size() - 1)) : Optional.empty();
    DeclarationCases cases = DeclarationCases.of(DeclarationReader.load(roots), names, below);
    List<CaseResult> results = cases.run(settings, output);
    List<CaseResult> failed = results.stream().filter(result -> !result.passed()).toList();
    for (CaseResult result : failed) {
      output.say("FAILED " + result.title() + "  (" + result.folder() + ")");
      result.differences().forEach(difference -> output.say("  " + difference));
    }
    cases.withoutCase().forEach(name -> output.say("no test case: " + name));
    output.say(
        results.size()
            + (results.size() == 1 ? " case, " : " cases, ")
            + (failed.isEmpty() ? "all pass" : failed.size() + " failed"));
    output.result(
        Map.of(
            "cases", results.size(),
            "failed", failed.stream().map(TestCommand::object).toList(),
            "without_case", cases.withoutCase()));
    return failed.isEmpty() ? 0 : 1;
  }

  private static Map<String, Object> object(CaseResult result) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("declaration", result.declaration());
    object.put("folder", result.folder().toString());
    object.put("differences", new ArrayList<>(result.differences()));
    return object;
  }
}
