package org.citylake.core.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.citylake.core.problem.Problem;
import org.junit.jupiter.api.Test;

class TestRepositoryDeclarations {
  private static final Path ROOT = Path.of(System.getProperty("citylake.root"));

  @Test
  void everyDeclarationOfTheRepositoryIsRight() {
    ReadResult result = DeclarationReader.read(List.of(ROOT));

    assertThat(result.problems()).extracting(Problem::toString).isEmpty();
    assertThat(result.library().findTable("city.observation")).isPresent();
  }
}
