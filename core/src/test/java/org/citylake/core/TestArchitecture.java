package org.citylake.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.citylake.core", importOptions = DoNotIncludeTests.class)
class TestArchitecture {
  @ArchTest
  static final ArchRule CORE_USES_NO_OTHER_MODULE =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.citylake.core..",
              "java..",
              "org.jspecify..",
              "org.slf4j..",
              "com.fasterxml.jackson..",
              "com.cronutils..",
              "com.ezylang..",
              "com.networknt..",
              "org.snakeyaml..");

  @ArchTest
  static final ArchRule VALUES_KNOW_NOTHING_OF_DECLARATIONS =
      noClasses()
          .that()
          .resideInAnyPackage("org.citylake.core.value..", "org.citylake.core.yaml..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.citylake.core.declaration..", "org.citylake.core.contract..");
}
