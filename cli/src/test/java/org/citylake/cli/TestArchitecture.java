package org.citylake.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.citylake", importOptions = DoNotIncludeTests.class)
class TestArchitecture {
  @ArchTest
  static final ArchRule enginesStayInProcessesOfTheirOwn =
      noClasses()
          .that()
          .resideInAPackage("org.citylake.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.citylake.batchjobs..",
              "org.citylake.streamingjobs..",
              "org.citylake.trinoserver..",
              "org.apache.spark..",
              "org.apache.flink..",
              "io.trino.spi..")
          .because("docs/adr/0001 keeps the engines' class paths apart");
}
