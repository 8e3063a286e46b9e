package org.citylake.cli.command;

import java.util.List;
import java.util.Map;
import org.citylake.cli.doctor.Finding;
import org.citylake.cli.doctor.MachineCheck;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import picocli.CommandLine.Command;

/** {@code doctor}: whether this machine and this home are fit to run on. */
@Command(
    name = "doctor",
    description = "Check the machine and the home, and say how to mend what is wrong.",
    footer = {"", "Example:", "  ./citylake doctor --json"})
final class DoctorCommand extends CityLakeSubcommand {
  @Override
  protected int run(Settings settings, Output output) {
    List<Finding> findings = MachineCheck.all(settings);
    for (Finding finding : findings) {
      output.say(
          "%-7s %-10s %s".formatted(finding.level().label(), finding.part(), finding.text()));
    }
    boolean healthy = findings.stream().noneMatch(f -> f.level() == Finding.Level.ERROR);
    output.say(healthy ? "Ready." : "Not ready: see the lines marked 'error'.");
    output.result(
        Map.of(
            "healthy",
            healthy,
            "findings",
            findings.stream()
                .map(f -> Map.of("part", f.part(), "level", f.level().label(), "text", f.text()))
                .toList()));
    return healthy ? 0 : 1;
  }
}
