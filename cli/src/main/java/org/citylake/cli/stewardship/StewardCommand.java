package org.citylake.cli.stewardship;

import java.time.Clock;
import java.util.Map;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.stewardship.KeptLink;
import org.citylake.core.stewardship.KnownNames;
import org.citylake.core.stewardship.LinkChoice;
import org.citylake.core.stewardship.Objection;
import org.citylake.core.stewardship.StewardJournal;

/** A command on the journal of stewards; who says it is the user of the operating system. */
abstract class StewardCommand extends CityLakeSubcommand {
  @Override
  protected final int run(Settings settings, Output output) {
    requireHome(settings);
    return run(new StewardJournal(settings.home(), Clock.systemUTC()), settings, output);
  }

  abstract int run(StewardJournal journal, Settings settings, Output output);

  static String user() {
    return System.getProperty("user.name", "unknown");
  }

  static KnownNames names(Settings settings) {
    return KnownNames.of(DeclarationReader.load(settings.declarationRoots()));
  }

  static int tell(Objection objection, Output output) {
    output.say(line(objection));
    output.result(Map.of("objection", objection));
    return 0;
  }

  static String line(Objection objection) {
    return "%-4d %-9s %s %s%s  %s%s"
        .formatted(
            objection.number(),
            objection.state(),
            objection.raised().entity(),
            objection.raised().cityId(),
            objection.raised().attribute().isEmpty() ? "" : " " + objection.raised().attribute(),
            oneLine(objection.raised().text()),
            objection.next().isEmpty()
                ? ""
                : "  (next: " + String.join(" or ", objection.next()) + ")");
  }

  static String line(KeptLink kept) {
    LinkChoice link = kept.link();
    return "%-4d %-5s %s %s/%s %s/%s  %s%s"
        .formatted(
            kept.number(),
            link.decision(),
            link.entity(),
            link.sourceA(),
            link.keyA(),
            link.sourceB(),
            link.keyB(),
            oneLine(kept.text()),
            kept.inForce() ? "" : "  (a later one holds)");
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\R", " ");
  }
}
