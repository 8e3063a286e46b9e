package org.citylake.batchjobs.cases;

import java.nio.file.Path;
import java.util.List;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;

/** The shipped declarations. */
final class Shipped {
  static final Path ROOT = Path.of(System.getProperty("citylake.root"));
  static final DeclarationLibrary LIBRARY = DeclarationReader.load(List.of(ROOT));

  private Shipped() {}
}
