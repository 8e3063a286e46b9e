package org.citylake.ingestion.custody;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.citylake.core.contract.PersonalData.Purpose;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.home.Home;
import org.citylake.ingestion.MemoryStore;
import org.citylake.ingestion.custody.AccessLog.Access;
import org.citylake.ingestion.load.DeliveryArchive;
import org.citylake.ingestion.load.LoadLog;
import org.citylake.ingestion.load.LoadResult;
import org.citylake.ingestion.load.Loader;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.citylake.ingestion.quarantine.QuarantineLog;
import org.citylake.ingestion.replay.QuarantineReplay;
import org.citylake.ingestion.sealing.VaultKeyFile;
import org.citylake.ingestion.sealing.VaultKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestVaultLoading {
  private static final String RAW = "raw." + ResidentSource.ID;
  private static final String VAULT = "vault." + ResidentSource.ID;
  private static final LocalDate DAY_1 = LocalDate.of(2016, 1, 1);
  private static final LocalDate DAY_2 = LocalDate.of(2016, 2, 1);
  private static final LocalDate DAY_3 = LocalDate.of(2016, 3, 1);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2016-03-02T00:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder = Path.of("");

  private final MemoryStore store = new MemoryStore();
  private DeclarationLibrary library = org.citylake.ingestion.Shipped.library();

  @BeforeEach
  void declare() throws IOException {
    library = ResidentSource.library(folder);
  }

  @Test
  void rawRowsHoldTokensAndTheVaultTheValuesSealed() throws IOException {
    LoadResult result = load(DAY_1, ResidentSource.ANNA, ResidentSource.WRONG_NUMBER);

    assertThat(result.accepted()).isEqualTo(1);
    assertThat(result.quarantined()).isEqualTo(1);
    Map<String, @Nullable Object> raw = store.rows(RAW).get(0);
    assertThat(raw).containsEntry("resident_number", "1").containsEntry("district", "310101");
    assertThat(String.valueOf(raw.get("identity_number"))).matches("t1-[0-9a-f]{32}");
    assertThat(raw.get("identity_number"))
        .isEqualTo(keys().token("resident-identity-number", "11010519491231002X"));
    assertThat(String.valueOf(raw.get("born_on"))).matches("t1-[0-9a-f]{32}");
    assertThat(new SourceVault(store, source(), keyFile()).open("1"))
        .extracting(SourceVault.Opened::values)
        .containsExactly(Map.of("identity_number", "11010519491231002X", "born_on", "1949-12-31"));
  }

  @Test
  void noPersonalValueStandsInTheOpenAnywhere() throws IOException {
    load(DAY_1, ResidentSource.ANNA, ResidentSource.WRONG_NUMBER);
    load(DAY_2, ResidentSource.ANNA_MOVED, ResidentSource.WRONG_NUMBER);
    load(DAY_3, ResidentSource.ANNA, "broken,1949-12-31");

    for (String table : List.of(RAW, VAULT, "vault.quarantine", "audit.quarantine", "audit.load")) {
      assertThat(store.rows(table)).isNotEmpty();
      for (Map<String, @Nullable Object> row : store.rows(table)) {
        assertThat(text(row)).doesNotContain("19491231", "1949-12-31");
      }
    }
    try (Stream<Path> files = Files.walk(folder.resolve("home"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), UTF_8))
            .describedAs(file.toString())
            .doesNotContain("19491231", "1949-12-31");
      }
    }
  }

  @Test
  void keysThatVanishAreToldAsTokensWhenTheyArePersonal() throws IOException {
    Path contract =
        folder.resolve(
            "city/ingestion/sources/population/" + ResidentSource.ID + "/contract.odcs.yaml");
    Files.writeString(
        contract,
        Files.readString(contract)
            .replace("        primaryKey: true\n", "")
            .replace("physicalName: SFZH\n", "physicalName: SFZH\n        primaryKey: true\n")
            .replace("        required: true\n", "")
            .replace("severity: error", "severity: warn"));
    library = org.citylake.ingestion.Shipped.libraryWith(folder.resolve("city"));
    String[] rows =
        IntStream.range(0, 25)
            .mapToObj(i -> i + ",1101051949123100" + (10 + i) + ",1949-12-31,310101")
            .toArray(String[]::new);
    load(DAY_1, rows);

    assertThatThrownBy(() -> load(DAY_2, rows[0]))
        .hasMessageContaining("lacks 24 of 25 keys, such as [t1-")
        .hasMessageNotContaining("19491231");
  }

  @Test
  void valuesThatChangeAndReturnAreVersionsAndRepeatedOnesDuplicates() throws IOException {
    load(DAY_1, ResidentSource.ANNA);
    load(DAY_3, ResidentSource.ANNA);
    LoadResult late = load(DAY_2, ResidentSource.ANNA_MOVED);

    assertThat(late.accepted()).isEqualTo(1);
    assertThat(store.rows(RAW))
        .extracting(r -> r.get("revision") + " " + r.get("operation") + " " + r.get("district"))
        .containsExactly("1 new 310101", "2 version 310104", "3 confirmed 310101");
    assertThat(new SourceVault(store, source(), keyFile()).open("1"))
        .extracting(SourceVault.Opened::heldUntil)
        .containsExactly(Optional.of(DAY_3), Optional.empty());
  }

  @Test
  void refusedRecordsAreReplayedOutOfTheVault() throws IOException {
    load(DAY_1, ResidentSource.ANNA, "2,,31.12.1949,310101");
    QuarantineLog log = new QuarantineLog(store, keyFile());
    QuarantineEntry entry = log.list(ResidentSource.ID).get(0);
    assertThat(entry.personal()).isTrue();
    assertThatThrownBy(entry::content).isInstanceOf(IllegalStateException.class);
    assertThat(new String(log.opened(List.of(entry)).get(0).content(), UTF_8))
        .isEqualTo("2,,31.12.1949,310101");

    Path contract =
        folder.resolve(
            "city/ingestion/sources/population/" + ResidentSource.ID + "/contract.odcs.yaml");
    Files.writeString(
        contract,
        Files.readString(contract)
            .replace(
                "description: day of birth",
                "description: day of birth\n"
                    + "        logicalTypeOptions: {format: dd.MM.yyyy}"));
    library = org.citylake.ingestion.Shipped.libraryWith(folder.resolve("city"));
    assertThat(new QuarantineReplay(log, new LoadLog(store), loader()).replay(source()).passed())
        .isEqualTo(1);

    assertThat(new SourceVault(store, source(), keyFile()).open("2"))
        .extracting(o -> o.values().get("born_on"))
        .containsExactly("1949-12-31");
  }

  @Test
  void aKilledLoadEndsAsOneThatWasNot() throws IOException {
    for (String table : List.of(VAULT, "vault.quarantine", RAW, "audit.quarantine", "audit.load")) {
      store.dieBeforeCommitTo(table);
      assertThatThrownBy(() -> load(DAY_1, ResidentSource.ANNA, ResidentSource.WRONG_NUMBER))
          .isInstanceOf(IllegalStateException.class);
    }
    load(DAY_1, ResidentSource.ANNA, ResidentSource.WRONG_NUMBER);

    assertThat(store.rows(RAW)).hasSize(1);
    assertThat(store.rows(VAULT)).hasSize(1);
    assertThat(store.rows("vault.quarantine")).hasSize(1);
  }

  @Test
  void contentsExpireWhenTheyHaveNotHeldForTheRetention() throws IOException {
    load(DAY_1, ResidentSource.ANNA);
    load(DAY_2, ResidentSource.ANNA_MOVED);
    SourceVault vault = new SourceVault(store, source(), keyFile());

    assertThat(vault.expire(DAY_2.plusYears(1), false).versions()).isZero();
    assertThat(vault.expire(DAY_2.plusYears(1).plusDays(1), true).versions()).isEqualTo(1);
    assertThat(store.rows(VAULT)).hasSize(2);
    assertThat(vault.expire(DAY_2.plusYears(1).plusDays(1), false).versions()).isEqualTo(1);
    assertThat(vault.open("1"))
        .extracting(SourceVault.Opened::heldUntil)
        .containsExactly(Optional.empty());
  }

  @Test
  void newKeysSealEverythingAnewAndTheOldOneCanGo() throws IOException {
    load(DAY_1, ResidentSource.ANNA, ResidentSource.WRONG_NUMBER);
    VaultKeyFile file = keyFile();
    file.rotate();
    new SourceVault(store, source(), file).reseal();
    new QuarantineLog(store, file).reseal();
    new DeliveryArchive(home(), file).reseal();
    file.retireOldKeys();

    assertThat(new SourceVault(store, source(), keyFile()).open("1").get(0).values())
        .containsEntry("born_on", "1949-12-31");
    LoadResult again = load(DAY_2, ResidentSource.ANNA, ResidentSource.WRONG_NUMBER);
    assertThat(again.duplicate()).isEqualTo(2);
  }

  @Test
  void whoReadsHasAPurposeThatTheContractAllows() {
    AccessLog log = new AccessLog(store);
    Access access =
        new Access(
            OffsetDateTime.now(CLOCK), "clerk", "", Optional.empty(), ResidentSource.ID, "1", 1);

    log.record(source(), Purpose.STEWARDSHIP, access);
    assertThat(log.list()).extracting(Access::purpose).containsExactly("stewardship");
    assertThatThrownBy(() -> log.record(source(), Purpose.LINKAGE, access))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("may not be read for linkage")
        .hasMessageContaining("[stewardship]");
    assertThat(log.list()).hasSize(1);
  }

  private static String text(Map<String, @Nullable Object> row) {
    List<String> parts = new ArrayList<>();
    row.values()
        .forEach(v -> parts.add(v instanceof byte[] bytes ? new String(bytes, UTF_8) : "" + v));
    return String.join("|", parts);
  }

  private LoadResult load(LocalDate day, String... rows) throws IOException {
    Path file = folder.resolve("residents-" + day + "-" + Arrays.hashCode(rows) + ".csv");
    Files.writeString(file, ResidentSource.HEADER + "\n" + String.join("\n", rows) + "\n");
    return loader().load(source(), file, day);
  }

  private Loader loader() {
    return new Loader(store, home(), library, keyFile(), CLOCK);
  }

  private SourceDeclaration source() {
    return library.findSource(ResidentSource.ID).orElseThrow();
  }

  private Home home() {
    return new Home(folder.resolve("home"));
  }

  private VaultKeyFile keyFile() {
    return VaultKeyFile.of(home(), Map.of(), CLOCK);
  }

  private VaultKeys keys() {
    return keyFile().loadOrCreate();
  }
}
