package org.citylake.dashboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The module's place among the others, see docs/adr/0001-module-map.md. */
@AnalyzeClasses(
    packages = "org.citylake.dashboard",
    importOptions = ImportOption.DoNotIncludeTests.class)
class TestArchitecture {
  @ArchTest
  static final ArchRule usesOnlyCoreLakehouseAndMetrics =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.citylake.ingestion..",
              "org.citylake.entities..",
              "org.citylake.batchjobs..",
              "org.citylake.streamingjobs..",
              "org.citylake.trinoserver..",
              "org.citylake.cli..",
              "org.apache.spark..",
              "org.apache.flink..");

  @ArchTest
  static final ArchRule servingNeedsNoCatalog =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.citylake.dashboard.compile..", "org.citylake.dashboard.lake..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.iceberg..", "org.citylake.lakehouse..");
}
