package org.citylake.streamingjobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The direction of dependencies, see docs/adr/0001-module-map.md. */
class TestArchitecture {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.citylake.streamingjobs");

  @Test
  void nothingReachesOtherEnginesOrTheCommand() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.citylake.batchjobs..",
            "org.citylake.dashboard..",
            "org.citylake.cli..",
            "org.apache.spark..",
            "org.citylake.lakehouse.server..")
        .check(CLASSES);
  }

  @Test
  void nothingUsesPackagesThatARuntimeJarRelocated() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.iceberg.shaded..")
        .check(CLASSES);
  }
}
