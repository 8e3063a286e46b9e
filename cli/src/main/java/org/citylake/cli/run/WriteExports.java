package org.citylake.cli.run;

import java.nio.file.Path;
import org.citylake.cli.export.ReleaseExport;
import org.citylake.core.declaration.ExportDeclaration;
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
  public void run(RunContext context) {
    Release release = context.outcome().release().orElseThrow();
    ReleaseExport exports =
        new ReleaseExport(context.home(), context.live(), context.library(), release);
    for (ExportDeclaration export : context.library().exports()) {
      Path folder = exports.write(export);
      context.outcome().exports().add(folder);
      context.output().progress("      " + folder);
    }
  }
}
