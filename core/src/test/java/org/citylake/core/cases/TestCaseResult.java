package org.citylake.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a case says when it cannot be run. */
class TestCaseResult {
  @Test
  void aFileOfTheCaseThatIsNotThereIsNamed() {
    Path folder = Path.of("nowhere/tests/first");

    CaseResult result =
        CaseResult.of(
            "grid_event",
            folder,
            () -> {
              Files.readString(folder.resolve("accepted.csv"));
              throw new AssertionError("there is such a file");
            });

    assertThat(result.passed()).isFalse();
    assertThat(result.differences())
        .containsExactly("cannot be run: there is no file " + folder.resolve("accepted.csv"));
  }
}
