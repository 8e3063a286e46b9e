package org.citylake.streamingjobs.live.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestMeasures {
  private static BigDecimal number(String text) {
    return new BigDecimal(text).setScale(Measures.SCALE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "12.3",
        "0.0000000001",
        "-0.0000000128",
        "922337203.6854775807",
        "922337203.6854775808",
        "-922337203.6854775808",
        "9999999999999999999999999999.9999999999",
        "-9999999999999999999999999999.9999999999"
      })
  void aNumberComesBackAsItIs(String text) {
    assertThat(Measures.of(new BigDecimal[] {number(text)}).numbers(1))
        .containsExactly(number(text));
  }

  @Test
  void anyNumbersComeBackInTheirOrderWithTheGaps() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      @Nullable BigDecimal[] numbers = new BigDecimal[random.nextInt(6)];
      for (int j = 0; j < numbers.length; j++) {
        numbers[j] =
            random.nextInt(4) == 0
                ? null
                : new BigDecimal(new BigInteger(random.nextInt(126), random), Measures.SCALE);
      }
      assertThat(Measures.of(numbers).numbers(numbers.length)).containsExactly(numbers);
    }
  }

  @Test
  void equalNumbersAreEqualAndNoOthers() {
    Measures one = Measures.of(new BigDecimal[] {number("1.50"), null});

    assertThat(one).isEqualTo(Measures.of(new BigDecimal[] {number("1.5"), null}));
    assertThat(one).hasSameHashCodeAs(Measures.of(new BigDecimal[] {number("1.5"), null}));
    assertThat(one).isNotEqualTo(Measures.of(new BigDecimal[] {null, number("1.5")}));
    assertThat(one).isNotEqualTo(Measures.of(new BigDecimal[] {number("1.5"), number("0")}));
  }

  @Test
  void aNumberOfAnotherScaleIsRefused() {
    assertThatThrownBy(() -> Measures.of(new BigDecimal[] {new BigDecimal("1.5")}))
        .hasMessageContaining("1.5 is not of scale 10");
  }

  @Test
  void anEventComesBackFromItsBytes() throws IOException {
    LiveEvent event =
        new LiveEvent(
            "310106-TF-0071/1",
            1_457_312_700_000L,
            Measures.of(new BigDecimal[] {number("86"), null}),
            "交通/0",
            12,
            1_457_312_701_234L);
    LiveEventSerializer serializer = new LiveEventSerializer();
    DataOutputSerializer out = new DataOutputSerializer(64);

    serializer.serialize(event, out);

    assertThat(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
        .isEqualTo(event);
    DataOutputSerializer copied = new DataOutputSerializer(64);
    serializer.copy(new DataInputDeserializer(out.getCopyOfBuffer()), copied);
    assertThat(copied.getCopyOfBuffer()).isEqualTo(out.getCopyOfBuffer());
  }
}
