package org.citylake.batchjobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The direction of dependencies, see docs/adr/0001-module-map.md. */
final class TestArchitecture {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.citylake.batchjobs");

  @Test
  void nothingReachesOtherEnginesOrTheCommand() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.citylake.streamingjobs..",
            "org.citylake.dashboard..",
            "org.citylake.cli..",
            "org.apache.flink..",
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

  @Test
  void theWayTablesArePublishedKnowsNoTable() {
    noClasses()
        .that()
        .resideInAPackage("org.citylake.batchjobs.publish..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.citylake.batchjobs.conform..",
            "org.citylake.batchjobs.indicator..",
            "org.citylake.batchjobs.index..",
            "org.citylake.batchjobs.compute..",
            "org.citylake.batchjobs.rebuild..")
        .check(CLASSES);
  }
}
