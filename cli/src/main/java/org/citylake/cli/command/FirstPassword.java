package org.citylake.cli.command;

import java.time.Clock;
import org.citylake.access.user.FirstUsers;
import org.citylake.access.user.UserStore;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;

/** Makes the first administrator of a home, and says where his password stands. */
final class FirstPassword {
  private FirstPassword() {}

  static void tell(Settings settings, Output output) {
    UserStore store = UserStore.of(settings.home().access(), Clock.systemUTC());
    FirstUsers.firstAdministrator(settings.home().access(), store)
        .ifPresent(
            file ->
                output.progress(
                    "Sign in as '"
                        + FirstUsers.FIRST
                        + "'; his password is in "
                        + file
                        + " (change it: ./citylake user password "
                        + FirstUsers.FIRST
                        + ")"));
  }
}
