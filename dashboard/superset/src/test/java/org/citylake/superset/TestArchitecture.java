package org.citylake.superset;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.citylake.superset", importOptions = DoNotIncludeTests.class)
class TestArchitecture {
  @ArchTest
  static final ArchRule SUPERSET_USES_CORE_AND_ACCESS_ONLY =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.citylake.superset..",
              "org.citylake.access..",
              "org.citylake.core..",
              "com.fasterxml.jackson..",
              "dev.failsafe..",
              "org.snakeyaml.engine..",
              "java..",
              "org.jspecify..");

  /** The client knows Superset and nothing of the city. */
  @ArchTest
  static final ArchRule CLIENT_STANDS_ALONE =
      classes()
          .that()
          .resideInAPackage("org.citylake.superset.client..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.citylake.superset.client..",
              "org.citylake.core",
              "org.citylake.core.json..",
              "com.fasterxml.jackson..",
              "dev.failsafe..",
              "java..",
              "org.jspecify..");
}
