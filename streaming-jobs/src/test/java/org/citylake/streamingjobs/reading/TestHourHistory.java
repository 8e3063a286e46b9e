package org.citylake.streamingjobs.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class TestHourHistory {
  private final HourHistory history = new HourHistory();

  @Test
  void theFirstValueIsRevisionOne() {
    assertThat(history.add(version("5", 10, 1)).orElseThrow().revision()).isEqualTo(1);
  }

  @Test
  void anEqualValueIsADuplicate() {
    history.add(version("5", 10, 1));
    assertThat(history.add(version("5.0", 11, 2))).isEmpty();
  }

  @Test
  void aValueThatReturnsIsARevision() {
    history.add(version("5", 10, 1));
    history.add(version("6", 11, 1));
    assertThat(history.add(version("5", 12, 1)).orElseThrow().revision()).isEqualTo(3);
    assertThat(history.current().value()).isEqualByComparingTo("5");
  }

  @Test
  void twoValuesOfOneDeliveryAreRevisionsInTheOrderOfTheirLines() {
    history.add(version("5", 10, 1));
    assertThat(history.add(version("6", 10, 2)).orElseThrow().revision()).isEqualTo(2);
  }

  @Test
  void theSameDeliverySentAgainIsADuplicateThroughout() {
    history.add(version("5", 10, 1));
    history.add(version("6", 10, 2));
    assertThat(history.add(version("5", 10, 1))).isEmpty();
    assertThat(history.add(version("6", 10, 2))).isEmpty();
  }

  @Test
  void anOlderDeliveryIsKeptAndNeverCurrent() {
    history.add(version("5", 10, 1));
    assertThat(history.add(version("4", 9, 1)).orElseThrow().revision()).isZero();
    assertThat(history.current().value()).isEqualByComparingTo("5");
  }

  private static HourVersion version(String value, long snapshotDay, long line) {
    return new HourVersion(0, 0, new BigDecimal(value), 0, snapshotDay, 0, line);
  }
}
