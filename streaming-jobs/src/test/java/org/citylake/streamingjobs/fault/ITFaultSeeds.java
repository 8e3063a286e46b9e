package org.citylake.streamingjobs.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.citylake.streamingjobs.delivery.DeclaredSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sample of the seeds that {@code benchmark faults} runs. */
class ITFaultSeeds {
  private static final Path ROOT = Path.of(System.getProperty("citylake.root"));
  static final DeclaredSource SOURCE =
      new DeclaredSource(
          List.of(
              ROOT.resolve("core").toString(),
              ROOT.resolve("metrics").toString(),
              ROOT.resolve("dashboard").toString(),
              ROOT.resolve("ingestion").toString(),
              ROOT.resolve("lakehouse").toString()),
          PlannedMessages.SOURCE);

  private static WarmCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    cluster = new WarmCluster();
  }

  @AfterAll
  static void end() throws Exception {
    cluster.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 5, 6, 10, 11})
  void everyMessageIsKeptOnce(long seed, @TempDir Path folder) throws Exception {
    SeedOutcome outcome = new FaultSeed(seed, SOURCE, folder).run(cluster);

    assertThat(outcome.good()).as("%s", outcome).isTrue();
    assertThat(outcome.what()).containsPattern("[1-9]\\d* turns of maintenance");
  }

  @Test
  void everyMessageIsKeptOnceWhenItsProcessIsKilled(@TempDir Path folder) throws Exception {
    SeedOutcome outcome = new KilledSeed(FaultSeedsMain.KILLED, SOURCE, folder).run();

    assertThat(outcome.good()).as("%s", outcome).isTrue();
    assertThat(outcome.what()).contains("killed");
  }
}
