package org.citylake.cli.command;

import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import picocli.CommandLine.Option;

/** The option {@code --reason} of the commands that make releases. */
final class ReleaseReason {
  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why the release is made; recorded with it. Else what changed is recorded.")
  private Optional<String> reason = Optional.empty();

  /**
   * The reason, without blanks around it.
   *
   * @throws CityLakeException of kind USER when it is given and empty
   */
  Optional<String> checked() {
    reason.ifPresent(ReleaseReason::check);
    return reason.map(String::strip);
  }

  /** Refuses an empty reason. */
  static String check(String text) {
    if (text.isBlank()) {
      throw new CityLakeException(
          Kind.USER, "The reason is empty: say in --reason why the release is made");
    }
    return text.strip();
  }
}
