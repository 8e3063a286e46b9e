package org.citylake.access.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestUserStore {
  private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
  private static final String PASSWORD = "long enough";

  private final Path folder;
  private final UserStore store;

  TestUserStore(@TempDir Path folder) {
    this.folder = folder.resolve("access");
    this.store = at(NOW);
    store.add("wang.li", List.of("district_analyst"), "310107", Optional.of(PASSWORD));
  }

  private UserStore at(Instant instant) {
    return UserStore.of(folder, Clock.fixed(instant, ZoneOffset.UTC));
  }

  @Test
  void theRightPasswordSignsInAndAWrongOneDoesNot() {
    assertThat(store.verify("wang.li", PASSWORD))
        .contains(new Principal("wang.li", List.of("district_analyst"), "310107"));
    assertThat(store.verify("wang.li", "another one")).isEmpty();
    assertThat(store.verify("nobody", PASSWORD)).isEmpty();
    assertThat(store.verify("wang.li", "")).isEmpty();
  }

  @Test
  void aUserWithoutAPasswordSignsInByNothingButTokens() {
    store.add("pool", List.of("analyst"), "", Optional.empty());
    String token = store.addToken("pool");

    assertThat(store.verify("pool", "")).isEmpty();
    assertThat(store.verify("pool", token)).isPresent();
    assertThat(store.verify("wang.li", token)).isEmpty();

    store.removeTokens("pool");
    assertThat(store.verify("pool", token)).isEmpty();
  }

  @Test
  void aTokenTellsWhoseItIsUntilItsEnd() throws IOException {
    String token = store.addToken("wang.li", Optional.of(NOW.plus(Duration.ofHours(8))));
    String endless = store.addToken("wang.li");
    UserStore later = at(NOW.plus(Duration.ofHours(8)));

    assertThat(store.verifyToken(token).map(Principal::name)).contains("wang.li");
    assertThat(store.verify("wang.li", token)).isPresent();
    assertThat(later.verifyToken(token)).isEmpty();
    assertThat(later.verifyToken(endless)).isPresent();
    assertThat(store.verifyToken(token.substring(0, token.length() - 1) + "?")).isEmpty();
    assertThat(store.verifyToken(PASSWORD)).as("a password is no token").isEmpty();
    for (int i = 0; i < 6; i++) {
      assertThat(later.verify("wang.li", token)).isEmpty();
    }
    assertThat(later.verify("wang.li", PASSWORD)).as("an ended token locks nobody").isPresent();

    later.addToken("wang.li");
    assertThat(store.find("wang.li").orElseThrow().tokens())
        .as("what has ended is forgotten")
        .hasSize(2);
  }

  @Test
  void fiveWrongPasswordsLockForAQuarterOfAnHour() {
    for (int i = 0; i < 5; i++) {
      assertThat(store.verify("wang.li", "wrong " + i)).isEmpty();
    }

    assertThatThrownBy(() -> store.verify("wang.li", PASSWORD))
        .isInstanceOf(UserLockedException.class)
        .hasMessageContaining("locked until 2026-11-26T08:15:00Z")
        .hasMessageContaining("user unlock wang.li");
    assertThatThrownBy(() -> at(NOW.plusSeconds(60)).verify("wang.li", PASSWORD))
        .as("another process counts with it")
        .isInstanceOf(UserLockedException.class);
    UserStore later = at(NOW.plus(Duration.ofMinutes(15)));
    assertThat(later.verify("wang.li", PASSWORD)).isPresent();
  }

  @Test
  void anAdministratorUnlocks() {
    for (int i = 0; i < 5; i++) {
      store.verify("wang.li", "wrong " + i);
    }
    store.unlock("wang.li");

    assertThat(store.verify("wang.li", PASSWORD)).isPresent();
  }

  @Test
  void aNewPasswordEndsTheOldOneAndTheTokens() {
    String token = store.addToken("wang.li");
    store.setPassword("wang.li", "a new password");

    assertThat(store.verify("wang.li", PASSWORD)).isEmpty();
    assertThat(store.verify("wang.li", token)).isEmpty();
    assertThat(store.verify("wang.li", "a new password")).isPresent();
  }

  @Test
  void theFileIsTheOwnersAloneAndHoldsNoSecret() throws IOException {
    String token = store.addToken("wang.li");
    Path file = folder.resolve("users");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file))
        .startsWith("wang.li:district_analyst:310107:$argon2id$v=19$m=19456,t=2,p=1$")
        .doesNotContain(PASSWORD, token);
  }

  @Test
  void whatIsWrongIsToldByRuleAndValue() {
    assertThatThrownBy(
            () -> store.add("wang.li", List.of("analyst"), "", Optional.of("long enough too")))
        .hasMessage("There is a user 'wang.li' already");
    assertThatThrownBy(() -> store.add("a:b", List.of("analyst"), "", Optional.empty()))
        .hasMessageContaining("The user name 'a:b' must be");
    assertThatThrownBy(() -> store.add("chen", List.of("analyst"), "31", Optional.empty()))
        .hasMessageContaining("The area '31' must be a code");
    assertThatThrownBy(() -> store.add("chen", List.of("analyst"), "", Optional.of("short")))
        .hasMessage("A password needs at least 10 characters");
    assertThatThrownBy(() -> store.remove("wang.lo"))
        .hasMessageContaining("There is no user 'wang.lo'")
        .hasMessageContaining("wang.li");
  }
}
