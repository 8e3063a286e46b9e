package org.citylake.ingestion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.citylake.ingestion",
    importOptions = ImportOption.DoNotIncludeTests.class)
class TestArchitecture {
  @ArchTest
  static final ArchRule ingestionKnowsOnlyCoreEntitiesAndLakehouse =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.citylake.metrics..",
              "org.citylake.batchjobs..",
              "org.citylake.streamingjobs..",
              "org.citylake.dashboard..",
              "org.citylake.cli..",
              "org.apache.spark..",
              "org.apache.flink..");

  @ArchTest
  static final ArchRule onlyTheStoreTouchesIceberg =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.citylake.ingestion.store..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.iceberg..");

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("org.citylake.ingestion.(*)..").should().beFreeOfCycles();
}
