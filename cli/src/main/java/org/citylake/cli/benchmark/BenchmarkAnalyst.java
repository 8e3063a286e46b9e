package org.citylake.cli.benchmark;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.citylake.access.user.UserStore;
import org.citylake.cli.sql.SqlLogin;
import org.citylake.core.home.Home;

/** A user of a home with an analyst's grants and limits, there for the time of a measurement. */
final class BenchmarkAnalyst implements AutoCloseable {
  private static final String NAME = "benchmark_analyst";
  private static final String GROUP = "analyst";
  private static final Duration LONGEST = Duration.ofHours(1);

  private final UserStore users;
  private final SqlLogin login;

  private BenchmarkAnalyst(UserStore users, SqlLogin login) {
    this.users = users;
    this.login = login;
  }

  /** Adds the user, in place of one that a broken-off measurement left. */
  static BenchmarkAnalyst add(Home home, Clock clock) {
    UserStore users = UserStore.of(home.access(), clock);
    if (users.find(NAME).isPresent()) {
      users.remove(NAME);
    }
    users.add(NAME, List.of(GROUP), "", Optional.empty());
    String token = users.addToken(NAME, Optional.of(clock.instant().plus(LONGEST)));
    return new BenchmarkAnalyst(users, new SqlLogin(NAME, token));
  }

  SqlLogin login() {
    return login;
  }

  @Override
  public void close() {
    users.remove(NAME);
  }
}
