package org.citylake.core.contract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A source's entry in the directory of government information resources (政务信息资源目录).
 *
 * <p>Source: Guide to compiling the directory of government information resources (trial), 发改高技
 * 〔2017〕1272号, core metadata; levels of security by GB/T 43697-2024.
 *
 * @param resourceCode code of the resource
 * @param providerZh the agency that provides it
 * @param providerEn the same in English
 * @param providerCode the agency's unified social credit code
 * @param sharing with other agencies
 * @param sharingCondition of conditional sharing who may have it and for what; of withheld the law
 * @param opening to the public
 * @param openingCondition of conditional opening what has to be met
 * @param updateCycle how often the agency updates it
 * @param basis by which it is collected
 * @param securityLevel {@code general-1} to {@code general-4}, {@code important}, {@code core}
 * @param authoritative whether it is the one source of its items (一数一源)
 */
public record DirectoryEntry(
    String resourceCode,
    String providerZh,
    String providerEn,
    Optional<String> providerCode,
    Access sharing,
    Optional<String> sharingCondition,
    Access opening,
    Optional<String> openingCondition,
    UpdateCycle updateCycle,
    String basis,
    String securityLevel,
    boolean authoritative) {
  /** The contract's custom key. */
  static final String KEY = "directory";

  private static final List<String> LEVELS =
      List.of("general-1", "general-2", "general-3", "general-4", "important", "core");

  /** Who may have a resource. */
  public enum Access {
    /** Everybody. */
    UNCONDITIONAL("无条件"),
    /** Those who meet a condition. */
    CONDITIONAL("有条件"),
    /** Nobody. */
    WITHHELD("不予");

    private final String zh;

    Access(String zh) {
      this.zh = zh;
    }

    /** As the directory writes it, before 共享 or 开放. */
    public String zh() {
      return zh;
    }
  }

  /** How often a resource is updated. */
  public enum UpdateCycle {
    /** As it happens. */
    REAL_TIME("实时"),
    /** Each day. */
    DAILY("每日"),
    /** Each week. */
    WEEKLY("每周"),
    /** Each month. */
    MONTHLY("每月"),
    /** Each quarter. */
    QUARTERLY("每季度"),
    /** Each half-year. */
    HALF_YEARLY("每半年"),
    /** Each year. */
    YEARLY("每年"),
    /** When there is something new. */
    IRREGULAR("不定期");

    private final String zh;

    UpdateCycle(String zh) {
      this.zh = zh;
    }

    /** As the directory writes it. */
    public String zh() {
      return zh;
    }
  }

  /** The entry of a contract's custom keys, which have passed the schema. */
  static Optional<DirectoryEntry> of(Map<String, Object> custom) {
    if (!(custom.get(KEY) instanceof Map<?, ?> entry)) {
      return Optional.empty();
    }
    return Optional.of(
        new DirectoryEntry(
            text(entry, "resource-code"),
            text(entry, "provider-zh"),
            text(entry, "provider-en"),
            find(entry, "provider-code"),
            Access.valueOf(name(entry, "sharing")),
            find(entry, "sharing-condition"),
            Access.valueOf(name(entry, "opening")),
            find(entry, "opening-condition"),
            UpdateCycle.valueOf(name(entry, "update-cycle")),
            text(entry, "basis"),
            text(entry, "security-level"),
            Boolean.TRUE.equals(entry.get("authoritative"))));
  }

  /**
   * How high a level or classification is, from 0, and -1 when it is none; what stands behind the
   * level does not count.
   */
  public static int height(String level) {
    return LEVELS.indexOf(level(level));
  }

  /** The level of a classification, without what stands behind it. */
  static String level(String classification) {
    return classification.replaceFirst("-(personal|sensitive)$", "");
  }

  private static String name(Map<?, ?> entry, String key) {
    return text(entry, key).toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static String text(Map<?, ?> entry, String key) {
    return find(entry, key).orElse("");
  }

  private static Optional<String> find(Map<?, ?> entry, String key) {
    return Optional.ofNullable(entry.get(key)).map(Object::toString);
  }
}
