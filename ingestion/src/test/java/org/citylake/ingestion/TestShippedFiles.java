package org.citylake.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.citylake.ingestion.cases.SourceCases;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every delivery that comes with CityLake is read without a refusal. */
class TestShippedFiles {
  @TestFactory
  Stream<DynamicTest> everyRecordIsAccepted() {
    return Shipped.library().sources().stream()
        .filter(source -> source.origin().isPresent())
        .map(
            source ->
                dynamicTest(
                    source.id(),
                    () ->
                        assertThat(
                                SourceCases.records(
                                    Shipped.library(), source, Shipped.file(source.id())))
                            .isNotEmpty()
                            .allSatisfy(r -> assertThat(r.reasons()).isEmpty())));
  }
}
