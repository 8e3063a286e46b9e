package org.citylake.ingestion.generate;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one source holds of one entity: its attributes, some changed by faults. */
final class SampleRecord {
  private static final Pattern ATTRIBUTE = Pattern.compile("\\{([^{}]*)}");

  private final Entity entity;
  private final Draw draw;
  private final long serial;
  private final Set<String> written;
  private final Map<String, @Nullable Object> changed = new HashMap<>();
  private final Set<Fault> faults = EnumSet.noneOf(Fault.class);

  /**
   * A record without faults.
   *
   * @param draw the draws of this record in this source
   * @param serial its running number in the source
   * @param written the attributes that the source writes: no fault strikes others
   */
  SampleRecord(Entity entity, Draw draw, long serial, Set<String> written) {
    this.written = written;
    this.entity = entity;
    this.draw = draw;
    this.serial = serial;
  }

  Entity entity() {
    return entity;
  }

  Draw draw() {
    return draw;
  }

  long serial() {
    return serial;
  }

  Set<Fault> faults() {
    return faults;
  }

  /** Says that it has a fault. */
  void plant(Fault fault) {
    faults.add(fault);
  }

  /** Says that it has a fault, and what the attribute is for that, where it is written. */
  void plant(Fault fault, String attribute, @Nullable Object value) {
    if (written.contains(attribute)) {
      faults.add(fault);
      changed.put(attribute, value);
    }
  }

  /** Says what the attribute is in this source, without a fault. */
  void change(String attribute, @Nullable Object value) {
    changed.put(attribute, value);
  }

  /** The attribute as this source has it. */
  @Nullable Object attribute(String name) {
    return changed.containsKey(name) ? changed.get(name) : entity.attribute(name);
  }

  /** Whether each attribute has one of its values. */
  boolean meets(Map<String, List<String>> condition) {
    for (Map.Entry<String, List<String>> entry : condition.entrySet()) {
      Object value = attribute(entry.getKey());
      if (value == null || !entry.getValue().contains(value.toString())) {
        return false;
      }
    }
    return true;
  }

  /** The text with its attributes filled in; null when one of them has no value. */
  @Nullable String filled(String template) {
    Matcher named = ATTRIBUTE.matcher(template);
    StringBuilder text = new StringBuilder();
    while (named.find()) {
      Object value = attribute(named.group(1));
      if (value == null) {
        return null;
      }
      named.appendReplacement(text, Matcher.quoteReplacement(value.toString()));
    }
    return named.appendTail(text).toString();
  }
}
