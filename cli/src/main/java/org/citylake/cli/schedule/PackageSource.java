package org.citylake.cli.schedule;

import java.nio.file.Path;
import org.citylake.core.declaration.ExportDeclaration;

/** Where packages come from. */
public interface PackageSource {

  /**
   * Id of the newest published release.
   *
   * @throws org.citylake.core.CityLakeException when there is none yet
   */
  String newestRelease();

  /** The package of that release in the home; one that is there and valid is left. */
  Path write(ExportDeclaration export, String release);
}
