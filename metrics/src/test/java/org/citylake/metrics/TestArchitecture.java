package org.citylake.metrics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.citylake.metrics", importOptions = DoNotIncludeTests.class)
class TestArchitecture {
  @ArchTest
  static final ArchRule METRICS_DEPENDS_ON_CORE_ONLY =
      classes()
          .that()
          .resideInAPackage("org.citylake.metrics..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.citylake.metrics..",
              "org.citylake.core..",
              "com.fasterxml.jackson..",
              "de.siegmar.fastcsv..",
              "org.bouncycastle..",
              "org.dhatim.fastexcel..",
              "jdplus..",
              "java..",
              "javax..",
              "org.hipparchus..",
              "org.jspecify..",
              "org.slf4j..")
          .because("metrics are pure Java over the core (ADR 0001)");
}
