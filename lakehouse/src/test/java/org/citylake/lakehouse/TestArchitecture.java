package org.citylake.lakehouse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.citylake.lakehouse", importOptions = DoNotIncludeTests.class)
class TestArchitecture {
  @ArchTest
  static final ArchRule LAKEHOUSE_USES_CORE_AND_ICEBERG_ONLY =
      classes()
          .that()
          .resideOutsideOfPackage("org.citylake.lakehouse.server..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.citylake.lakehouse..",
              "org.citylake.core..",
              "org.apache.iceberg..",
              "org.apache.hadoop.conf..",
              "org.apache.hadoop.fs..",
              "java..",
              "org.jspecify..",
              "org.slf4j..");

  /** Engines bring Iceberg with its own copies of other libraries; see ADR 0001. */
  @ArchTest
  static final ArchRule NO_JACKSON_OUTSIDE_THE_SERVER =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.citylake.lakehouse.server..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson..", "org.apache.iceberg.relocated..");

  @ArchTest
  static final ArchRule NOBODY_NEEDS_THE_SERVER =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.citylake.lakehouse.server..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.citylake.lakehouse.server..");

  @ArchTest
  static final ArchRule LAKEHOUSE_USES_NO_LATER_MODULE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.citylake.ingestion..",
              "org.citylake.entities..",
              "org.citylake.metrics..",
              "org.citylake.batchjobs..",
              "org.citylake.streamingjobs..",
              "org.citylake.dashboard..",
              "org.citylake.cli..",
              "org.apache.spark..",
              "org.apache.flink..");
}
