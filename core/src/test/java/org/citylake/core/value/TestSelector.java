package org.citylake.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestSelector {
  @Test
  void valuesArePercentEncodedAndColumnsKeepTheirOrder() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("source_key", "I135/a b&c=d+e%*~");
    columns.put("area", "静安");

    Selector selector = new Selector("city.observation", columns);

    assertThat(selector)
        .hasToString(
            "city.observation?source_key=I135%2Fa%20b%26c%3Dd%2Be%25%2A~&area=%E9%9D%99%E5%AE%89");
    assertThat(Selector.parse(selector.toString())).isEqualTo(selector);
  }

  @Property
  void everyValueComesBack(@ForAll String value) {
    // A lone surrogate is no character and has no UTF-8 form.
    String text = value.replaceAll("\\p{Cs}", "");
    Selector selector = new Selector("raw.x", Map.of("key", text));

    assertThat(Selector.parse(selector.toString())).isEqualTo(selector);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "city.observation", "?a=b", "t?", "t?a", "t?=b", "t?a=b&a=c"})
  void whatIsNoSelectorIsRefused(String text) {
    assertThatThrownBy(() -> Selector.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Not a selector: '" + text + "'; ");
  }
}
