package org.citylake.cli.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.export.ReleaseExport;
import org.citylake.core.declaration.ExportDeclaration;
import org.citylake.core.json.ContentHash;
import org.citylake.lakehouse.release.Release;

/** Writes and verifies every declared export of the release. */
final class WriteExports implements Step {
  @Override
  public String name() {
    return "export";
  }

  @Override
  public String title() {
    return "Write the exports and verify them";
  }

  @Override
  public Optional<Work> run(RunContext context) {
    Release release = context.outcome().release().orElseThrow();
    ReleaseExport exports =
        new ReleaseExport(
            context.home(),
            context.live(),
            context.library(),
            release,
            context.settings().signatureSuite());
    for (ExportDeclaration export : context.library().exports()) {
      Path folder = exports.write(export);
      context.outcome().exports().add(folder);
      context.output().progress("      " + folder);
    }
    List<String> names = context.library().exports().stream().map(ExportDeclaration::name).toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Work(
                ContentHash.of(release.releaseId() + " " + String.join(" ", names)),
                Map.of("release", release.releaseId(), "exports", names)));
  }
}
