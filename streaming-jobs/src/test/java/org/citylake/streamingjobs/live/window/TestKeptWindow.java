package org.citylake.streamingjobs.live.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.citylake.streamingjobs.live.event.Measures;
import org.junit.jupiter.api.Test;

class TestKeptWindow {
  private static final KeptWindowSerializer SERIALIZER = new KeptWindowSerializer();

  private static KeptEvent event(int revision, String number) {
    BigDecimal scaled = new BigDecimal(number).setScale(Measures.SCALE);
    return new KeptEvent(revision, Measures.of(new BigDecimal[] {scaled}));
  }

  private static byte[] bytes(KeptWindow window) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    SERIALIZER.serialize(window, out);
    return out.getCopyOfBuffer();
  }

  private static KeptWindow window(byte[] bytes) throws IOException {
    return SERIALIZER.deserialize(new DataInputDeserializer(bytes));
  }

  @Test
  void anEventIsFoundByItsTimeAlone() {
    KeptWindow window = KeptWindow.empty().with(20, event(1, "1.5")).with(10, event(1, "2"));

    assertThat(window.find(20)).isEqualTo(event(1, "1.5"));
    assertThat(window.find(10)).isEqualTo(event(1, "2"));
    assertThat(window.find(15)).isNull();
    assertThat(window.find(30)).isNull();
  }

  @Test
  void aNewerVersionTakesTheOldersPlace() {
    KeptWindow window =
        KeptWindow.empty()
            .with(10, event(1, "1"))
            .with(20, event(1, "123456789.5"))
            .with(10, event(2, "-77000000000.25"));

    assertThat(window.find(10)).isEqualTo(event(2, "-77000000000.25"));
    assertThat(window.events())
        .containsExactlyInAnyOrder(event(2, "-77000000000.25"), event(1, "123456789.5"));
  }

  @Test
  void itsFiguresAreDueUntilTheyAreTold() {
    KeptWindow told = KeptWindow.empty().with(10, event(1, "1")).told();

    assertThat(told.changed()).isFalse();
    assertThat(told.revision()).isEqualTo(1);
    assertThat(told.with(20, event(1, "2")).changed()).isTrue();
    assertThat(told.with(20, event(1, "2")).revision()).isEqualTo(1);
    assertThat(told.events()).containsExactly(event(1, "1"));
  }

  @Test
  void whatACheckpointIsWritingIsNotDisturbed() throws IOException {
    KeptWindow window = KeptWindow.empty();
    for (int i = 0; i < 100; i++) {
      window = window.with(i, event(1, "0." + i));
    }
    byte[] before = bytes(window);

    KeptWindow later = window;
    for (int i = 50; i < 150; i++) {
      later = later.with(i, event(2, Integer.toString(i)));
    }

    assertThat(bytes(window)).isEqualTo(before);
    assertThat(later.events()).hasSize(150);
  }

  @Test
  void itHoldsWhatAMapWouldWhateverComesAndComesBackFromItsBytes() throws IOException {
    Random random = new Random(11);
    for (int run = 0; run < 200; run++) {
      Map<Long, KeptEvent> expected = new HashMap<>();
      KeptWindow window = KeptWindow.empty();
      for (int i = 0; i < random.nextInt(60); i++) {
        long at = random.nextInt(40) - 20;
        KeptEvent event = event(i, Long.toString(random.nextLong() >> random.nextInt(60)) + ".25");
        expected.put(at, event);
        window = window.with(at, event);
        window = random.nextInt(5) == 0 ? window.told() : window;
      }
      KeptWindow back = window(bytes(window));
      for (KeptWindow either : List.of(window, back)) {
        assertThat(either.events()).containsExactlyInAnyOrderElementsOf(expected.values());
        expected.forEach((at, event) -> assertThat(either.find(at)).isEqualTo(event));
      }
      assertThat(back.revision()).isEqualTo(window.revision());
      assertThat(back.changed()).isEqualTo(window.changed());
      assertThat(back.with(99, event(1, "3")).events()).hasSize(expected.size() + 1);
    }
  }
}
