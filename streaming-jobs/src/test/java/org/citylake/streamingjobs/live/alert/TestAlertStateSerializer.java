package org.citylake.streamingjobs.live.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.citylake.entities.alert.AlertState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestAlertStateSerializer {
  private static final AlertStateSerializer SERIALIZER = new AlertStateSerializer();
  private static final Instant NOON = Instant.parse("2016-03-07T04:00:00.123456789Z");
  private static final Instant BEFORE_1970 = Instant.parse("1969-12-31T23:59:59.5Z");

  static Stream<AlertState> states() {
    return Stream.of(
        new AlertState(null, Map.of(), new AlertState.Nothing(), 0, List.of(), null),
        new AlertState(
            NOON,
            Map.of("pm25", NOON, "pm10", BEFORE_1970),
            new AlertState.Recent(
                List.of(
                    new AlertState.Point(BEFORE_1970, new BigDecimal("-0.50")),
                    new AlertState.Point(NOON, new BigDecimal("9".repeat(38))))),
            2,
            Arrays.asList(NOON, null),
            new AlertState.Episode(NOON, 2, BEFORE_1970, 1, "值班员", null)),
        new AlertState(
            NOON,
            Map.of("level", NOON),
            new AlertState.History(
                Map.of(0, List.of(), 167, List.of(BigDecimal.ZERO, new BigDecimal("1E+3")))),
            1,
            Arrays.asList(null, null, NOON),
            new AlertState.Episode(BEFORE_1970, 1, BEFORE_1970, 0, null, NOON)),
        new AlertState(
            NOON,
            Map.of(),
            new AlertState.LastHeld(Arrays.asList(null, NOON)),
            0,
            List.of(),
            null));
  }

  @ParameterizedTest
  @MethodSource("states")
  void aStateComesBackFromItsBytes(AlertState state) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    SERIALIZER.serialize(state, out);
    SERIALIZER.serialize(state, out);

    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());

    assertThat(SERIALIZER.deserialize(in)).isEqualTo(state);
    assertThat(SERIALIZER.deserialize(in)).isEqualTo(state);
    assertThat(in.available()).isZero();
  }

  @ParameterizedTest
  @MethodSource("states")
  void aStateOfAnOlderCheckpointIsRead(AlertState state) throws IOException {
    byte[] object = InstantiationUtil.serializeObject(state);
    DataOutputSerializer out = new DataOutputSerializer(64);
    out.writeInt(object.length);
    out.write(object);

    assertThat(SERIALIZER.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
        .isEqualTo(state);
  }
}
