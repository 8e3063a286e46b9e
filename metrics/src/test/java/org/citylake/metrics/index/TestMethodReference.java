package org.citylake.metrics.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.citylake.metrics.index.aggregate.Aggregation;
import org.citylake.metrics.index.coefficient.Coefficient;
import org.citylake.metrics.index.denominate.Denomination;
import org.citylake.metrics.index.impute.Imputation;
import org.citylake.metrics.index.normalise.Normalisation;
import org.citylake.metrics.index.screen.Screening;
import org.citylake.metrics.index.step.MethodTable;
import org.citylake.metrics.index.treat.Treatment;
import org.citylake.metrics.index.weight.Weighting;
import org.junit.jupiter.api.Test;

/** The reference page names every method there is. */
class TestMethodReference {
  @Test
  void everyMethodStandsBelowItsStep() throws IOException {
    String page =
        Files.readString(
            Path.of(System.getProperty("citylake.root", ".."), "docs/reference/index-methods.md"));
    List<MethodTable<?>> tables =
        List.of(
            Screening.METHODS,
            Denomination.METHODS,
            Imputation.METHODS,
            Treatment.METHODS,
            Normalisation.METHODS,
            Weighting.METHODS,
            Aggregation.METHODS,
            Coefficient.METHODS);
    for (MethodTable<?> table : tables) {
      String chapter = page.split("\n## " + table.step() + "\n", 2)[1].split("\n## ", 2)[0];
      for (String method : table.methods().keySet()) {
        assertThat(chapter).as(table.step()).contains("`" + method + "`");
      }
    }
  }
}
