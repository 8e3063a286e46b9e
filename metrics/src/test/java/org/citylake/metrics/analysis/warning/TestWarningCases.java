package org.citylake.metrics.analysis.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.citylake.core.cases.CaseResult;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestWarningCases {
  private static final Path ROOT = Path.of("..");

  @Test
  void theCasesOfAllShippedRulesPass() {
    DeclarationLibrary library = DeclarationReader.load(List.of(ROOT));
    WarningCases cases = new WarningCases(library);

    List<CaseResult> results =
        library.warnings().stream().flatMap(rule -> cases.run(rule).stream()).toList();

    assertThat(results).hasSizeGreaterThanOrEqualTo(8);
    assertThat(results).allSatisfy(r -> assertThat(r.differences()).as(r.title()).isEmpty());
  }

  @Test
  void aWarningThatIsNotExpectedFailsTheCase(@TempDir Path city) throws IOException {
    Path shipped = ROOT.resolve("metrics/warnings/plan_tasks_behind");
    Path changed = city.resolve("warnings/plan_tasks_behind");
    try (Stream<Path> files = Files.walk(shipped)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = changed.resolve(shipped.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Path yaml = changed.resolve("warning.yaml");
    String text = Files.readString(yaml, StandardCharsets.UTF_8);
    Files.writeString(yaml, text.replace("below: 80", "below: 81"), StandardCharsets.UTF_8);
    DeclarationLibrary library = DeclarationReader.load(List.of(ROOT, city));

    CaseResult result =
        new WarningCases(library)
            .run(
                library.warnings().stream()
                    .filter(w -> w.rule().equals("plan_tasks_behind"))
                    .findFirst()
                    .orElseThrow())
            .get(0);

    assertThat(String.join("\n", result.differences())).contains("310106", "310113");
  }
}
