package org.citylake.access;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.citylake.access", importOptions = DoNotIncludeTests.class)
class TestArchitecture {
  @ArchTest
  static final ArchRule ACCESS_USES_CORE_AND_LAKEHOUSE_ONLY =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.citylake.access..",
              "org.citylake.core..",
              "org.citylake.lakehouse.schema..",
              "com.fasterxml.jackson..",
              "org.bouncycastle..",
              "java..",
              "org.jspecify..");

  /** Trino's plugin signs users in by it, and has neither Jackson nor the lakehouse. */
  @ArchTest
  static final ArchRule USERS_NEED_LITTLE =
      classes()
          .that()
          .resideInAPackage("org.citylake.access.user..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.citylake.access.user..",
              "org.citylake.core",
              "org.citylake.core.json..",
              "org.citylake.core.problem..",
              "org.bouncycastle..",
              "java..",
              "org.jspecify..");
}
