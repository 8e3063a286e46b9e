package org.citylake.entities;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.citylake.entities", importOptions = DoNotIncludeTests.class)
class TestArchitecture {
  @ArchTest
  static final ArchRule ENTITIES_USE_CORE_AND_NO_ENGINE =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.citylake.entities..",
              "org.citylake.core..",
              "com.fasterxml.jackson..",
              "org.locationtech.jts..",
              "com.ibm.icu..",
              "java..",
              "org.jspecify..");
}
