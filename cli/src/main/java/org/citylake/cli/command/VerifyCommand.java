package org.citylake.cli.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.metrics.export.ExportVerifier;
import org.citylake.metrics.export.SigningKeys;
import org.citylake.metrics.export.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify}: an export, byte by byte. */
@Command(
    name = "verify",
    description = "Check every byte of an export against its manifest and signature.",
    footer = {"", "Example:", "  ./citylake verify var/exports/city_figures/20261121-0123abcd"})
final class VerifyCommand extends CityLakeSubcommand {
  @Parameters(paramLabel = "DIR", description = "The export's folder.")
  private Path folder = Path.of("");

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description = "PEM file with the key that has to have signed it.")
  private @Nullable Path publicKey;

  @Override
  protected int run(Settings settings, Output output) {
    Verification found =
        ExportVerifier.verify(
            folder.toAbsolutePath().normalize(),
            Optional.ofNullable(publicKey).map(SigningKeys::readPublicKey));
    found.faults().forEach(fault -> output.say(fault.toString()));
    output.say(
        found.valid()
            ? "Valid: "
                + found.files()
                + " files, signed by the suite "
                + found.suite()
                + " and the key with the fingerprint "
                + found.fingerprint()
            : "Not valid: " + folder);
    output.result(
        Map.of(
            "folder",
            found.folder().toString(),
            "files",
            found.files(),
            "suite",
            found.suite(),
            "fingerprint",
            found.fingerprint(),
            "valid",
            found.valid(),
            "faults",
            found.faults().stream()
                .map(f -> Map.of("file", f.file(), "rule", f.rule(), "message", f.message()))
                .toList()));
    return found.valid() ? 0 : 1;
  }
}
