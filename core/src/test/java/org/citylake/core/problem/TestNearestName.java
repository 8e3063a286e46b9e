package org.citylake.core.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestNearestName {
  private static final List<String> NAMES = List.of("name-zh", "name-en", "definition-en");

  @Test
  void theNearestNameIsFound() {
    assertThat(NearestName.of("name-cn", NAMES)).contains("name-en");
    assertThat(NearestName.of("defintion-en", NAMES)).contains("definition-en");
    assertThat(NearestName.hint("namezh", NAMES)).isEqualTo("; did you mean 'name-zh'?");
  }

  @Test
  void aNameThatIsFarFromAllHasNone() {
    assertThat(NearestName.of("population", NAMES)).isEmpty();
    assertThat(NearestName.hint("population", NAMES)).isEmpty();
  }
}
