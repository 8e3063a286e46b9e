package org.citylake.ingestion.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citylake.core.CityLakeException;
import org.citylake.core.home.Home;
import org.citylake.ingestion.MemoryStore;
import org.citylake.ingestion.SentColumn;
import org.citylake.ingestion.SentSource;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.citylake.ingestion.quarantine.QuarantineLog;
import org.citylake.ingestion.sealing.VaultKeyFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestLoadListener {
  private static final LocalDate DAY = LocalDate.of(2016, 3, 1);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2016-03-01T08:00:00Z"), ZoneOffset.UTC);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private SentSource source;

  private final MemoryStore store = new MemoryStore();
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void declare() {
    source = sent("int");
  }

  @Test
  void aLoadIsToldWhenItBeginsAndWhenItIsWholeAndSoIsTheSameAgain() throws IOException {
    Path file = file("a,1", "b,x");

    loader(source).load(source.source(), file, DAY);
    loader(source).load(source.source(), file, DAY);

    assertThat(told)
        .containsExactly(
            "load sent of 2016-03-01",
            "whole: 2 = 1 + 1 + 0",
            "load sent of 2016-03-01",
            "whole: 2 = 0 + 0 + 2");
  }

  @Test
  void aLoadThatIsStoppedIsToldAsFailed() throws IOException {
    Path file = folder.resolve("sent.csv");
    Files.writeString(file, "other\n1\n");

    assertThatThrownBy(() -> loader(source).load(source.source(), file, DAY))
        .isInstanceOf(CityLakeException.class);

    assertThat(told).hasSize(2).last().asString().startsWith("failed: The columns changed");
  }

  @Test
  void aDryRunIsNotTold() throws IOException {
    loader(source).examine(source.source(), file("a,1"), DAY);

    assertThat(told).isEmpty();
  }

  @Test
  void aReplayIsToldWhenARecordPasses() throws IOException {
    LoadResult load = loader(source).load(source.source(), file("b,x"), DAY);
    LoadEntry entry = new LoadLog(store).find(load.loadId()).orElseThrow();
    List<QuarantineEntry> open = new QuarantineLog(store, keys()).list("sent");
    told.clear();

    loader(source).replay(source.source(), entry, open);
    SentSource mended = sent("string");
    loader(mended).replay(mended.source(), entry, open);

    assertThat(told).containsExactly("replay sent of 2016-03-01", "whole: 1 = 1 + 0 + 0");
  }

  private SentSource sent(String type) {
    return SentSource.of(
        folder.resolve("city"),
        SentColumn.of("code", "string").key(),
        SentColumn.of("amount", type));
  }

  private Path file(String... lines) throws IOException {
    Path file = folder.resolve("sent.csv");
    Files.writeString(file, source.file(lines));
    return file;
  }

  private VaultKeyFile keys() {
    return VaultKeyFile.of(new Home(folder.resolve("home")), Map.of(), Clock.systemUTC());
  }

  private Loader loader(SentSource declared) {
    Home home = new Home(folder.resolve("home"));
    return new Loader(store, home, declared.library(), keys(), CLOCK)
        .telling(
            load -> {
              told.add(
                  (load.replay() ? "replay " : "load ")
                      + load.source().id()
                      + " of "
                      + load.snapshotDate());
              return new Telling();
            });
  }

  private final class Telling implements LoadListener.Watch {
    @Override
    public void completed(LoadResult result) {
      told.add(
          "whole: %d = %d + %d + %d"
              .formatted(
                  result.arrived(), result.accepted(), result.quarantined(), result.duplicate()));
    }

    @Override
    public void failed(Throwable failure) {
      told.add("failed: " + failure.getMessage());
    }
  }
}
