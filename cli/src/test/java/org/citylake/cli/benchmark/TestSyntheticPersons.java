package org.citylake.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citylake.cli.benchmark.SyntheticPersons.Names;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSyntheticPersons {
  @TempDir private Path folder = Path.of("unset");

  @Test
  void aSeedGivesTheSameRecordsAgain() throws IOException {
    assertThat(records(Names.MANY, 3)).isEqualTo(records(Names.MANY, 3));
    assertThat(records(Names.MANY, 3)).isNotEqualTo(records(Names.MANY, 4));
  }

  @Test
  void halfOfThePersonsHaveSeveralRecordsAndTheTruthKnowsWhich() throws IOException {
    records(Names.MANY, 1);
    Map<String, Long> recordsOf =
        Files.readAllLines(folder.resolve("truth.csv")).stream()
            .skip(1)
            .collect(Collectors.groupingBy(l -> l.split(",")[1], Collectors.counting()));

    assertThat(recordsOf.values().stream().mapToLong(n -> n).sum()).isEqualTo(5000);
    assertThat(recordsOf.values()).allMatch(n -> n <= 4);
    assertThat(recordsOf.values().stream().filter(n -> n > 1).count() / (double) recordsOf.size())
        .isBetween(0.45, 0.55);
  }

  @Test
  void fewNamesAreSharedByMany() throws IOException {
    assertThat(mostOfOneName(records(Names.FEW, 1)))
        .isGreaterThan(2 * mostOfOneName(records(Names.MANY, 1)));
  }

  private List<String> records(Names names, long seed) throws IOException {
    Path data = folder.resolve("persons.csv");
    new SyntheticPersons(names, seed).write(5000, data, folder.resolve("truth.csv"));
    List<String> lines = Files.readAllLines(data);
    assertThat(lines).hasSize(5001);
    return lines.subList(1, lines.size());
  }

  private static long mostOfOneName(List<String> records) {
    return records.stream()
        .map(line -> line.split(",", -1))
        .map(cells -> cells[1] + " " + cells[2])
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .values()
        .stream()
        .mapToLong(n -> n)
        .max()
        .orElse(0);
  }
}
