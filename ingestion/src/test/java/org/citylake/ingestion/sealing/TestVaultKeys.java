package org.citylake.ingestion.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import org.citylake.core.CityLakeException;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestVaultKeys {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2016-12-31T00:00:00Z"), ZoneOffset.UTC);
  private static final byte[] NAME = "样例甲".getBytes(UTF_8);

  @TempDir private Path folder = Path.of("");
  private Home home = new Home(Path.of("unset"));

  @BeforeEach
  void makeHome() {
    home = new Home(folder);
    home.create();
  }

  private VaultKeyFile file(CipherSuite suite) {
    return VaultKeyFile.of(home, Map.of(VaultKeyFile.SUITE, suite.id()), CLOCK);
  }

  @ParameterizedTest
  @EnumSource(CipherSuite.class)
  void aSealedValueOpensInItsPlaceAlone(CipherSuite suite) {
    VaultKeys keys = file(suite).loadOrCreate();

    byte[] sealed = keys.seal("vault.resident/name/1#1", NAME);

    assertThat(keys.open("vault.resident/name/1#1", sealed)).isEqualTo(NAME);
    assertThatThrownBy(() -> keys.open("vault.resident/name/2#1", sealed))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("altered, or belongs to another place");
  }

  @ParameterizedTest
  @EnumSource(CipherSuite.class)
  void anyAlteredByteIsSeen(CipherSuite suite) {
    VaultKeys keys = file(suite).loadOrCreate();
    byte[] sealed = keys.seal("place", NAME);

    for (int i = 0; i < sealed.length; i++) {
      byte[] altered = sealed.clone();
      altered[i] ^= 1;
      assertThatThrownBy(() -> keys.open("place", altered)).isInstanceOf(CityLakeException.class);
    }
  }

  @Test
  void sealingAgainGivesTheSameBytesAndTwoPlacesTwoTexts() {
    VaultKeys keys = file(CipherSuite.INTERNATIONAL).loadOrCreate();

    assertThat(keys.seal("a", NAME)).isEqualTo(keys.seal("a", NAME));
    assertThat(keys.seal("a", NAME)).isNotEqualTo(keys.seal("b", NAME));
    assertThat(HexFormat.of().formatHex(keys.seal("a", NAME)))
        .doesNotContain(HexFormat.of().formatHex(NAME));
  }

  @Test
  void newKeysLeaveTokensAndOldValuesAsTheyAre() {
    VaultKeyFile file = file(CipherSuite.INTERNATIONAL);
    VaultKeys before = file.loadOrCreate();
    byte[] old = before.seal("place", NAME);
    String token = before.token("person-name", "样例甲");

    VaultKeys after = file(CipherSuite.SM).rotate();

    assertThat(after.sealingVersion()).isEqualTo(2);
    assertThat(after.token("person-name", "样例甲")).isEqualTo(token).startsWith("t1-");
    assertThat(after.open("place", old)).isEqualTo(NAME);
    byte[] sealed = after.seal("place", NAME);
    assertThat(VaultKeys.version(sealed)).isEqualTo(2);
    assertThat(file(CipherSuite.INTERNATIONAL).loadOrCreate().open("place", sealed))
        .isEqualTo(NAME);
    VaultKeys retired = file(CipherSuite.INTERNATIONAL).retireOldKeys();
    assertThatThrownBy(() -> retired.open("place", old))
        .hasMessageContaining("sealed with vault key 1, and the key file has [2]");
  }

  @Test
  void tokensDifferByDomainAndText() {
    VaultKeys keys = file(CipherSuite.INTERNATIONAL).loadOrCreate();

    assertThat(keys.token("a", "1")).isEqualTo(keys.token("a", "1"));
    assertThat(keys.token("a", "1")).isNotEqualTo(keys.token("b", "1"));
    assertThat(keys.token("a", "1")).isNotEqualTo(keys.token("a", "2"));
    // The border between domain and text counts.
    assertThat(keys.token("ab", "c")).isNotEqualTo(keys.token("a", "bc"));
  }

  @Test
  void aKeyFileThatOthersMayReadIsRefused() throws IOException {
    VaultKeyFile file = file(CipherSuite.INTERNATIONAL);
    file.loadOrCreate();
    Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> file(CipherSuite.INTERNATIONAL).loadOrCreate())
        .hasMessageContaining("others may read it")
        .hasMessageContaining("chmod 600");
  }

  @Test
  void aBrokenKeyFileSaysWhatIsLost() throws IOException {
    Files.createDirectories(home.secrets());
    Path path = home.secrets().resolve("vault-keys.json");
    Files.writeString(path, "{\"values\": []}");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));

    assertThatThrownBy(() -> file(CipherSuite.INTERNATIONAL).loadOrCreate())
        .hasMessageContaining("it has no key for values")
        .hasMessageContaining("Restore it from its backup");
  }

  @Test
  void anUnknownSuiteIsRefused() {
    assertThatThrownBy(() -> VaultKeyFile.of(home, Map.of(VaultKeyFile.SUITE, "rot13"), CLOCK))
        .hasMessageContaining("use international or sm");
  }
}
