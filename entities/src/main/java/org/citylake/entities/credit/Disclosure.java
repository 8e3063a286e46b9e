package org.citylake.entities.credit;

import java.util.EnumSet;
import java.util.Set;

/**
 * How an item of public credit information is disclosed. Source: 《上海市公共信用信息归集和使用管理办法》 (order no. 38
 * of 2015), its ways of open publication, query with authorisation and sharing among agencies.
 */
public enum Disclosure {
  /** 主动公开: published to anybody. */
  OPEN(EnumSet.allOf(Audience.class)),
  /** 依申请公开: told to others only when they apply for it. */
  ON_REQUEST(EnumSet.of(Audience.SUBJECT, Audience.AGENCY)),
  /** 授权查询: told to others only with the subject's authorisation. */
  AUTHORISED(EnumSet.of(Audience.SUBJECT)),
  /** 政务共享: shared among agencies for their duties. */
  SHARED(EnumSet.of(Audience.SUBJECT, Audience.AGENCY));

  private final Set<Audience> audiences;

  Disclosure(EnumSet<Audience> audiences) {
    this.audiences = Set.copyOf(audiences);
  }

  /** Who reads. */
  public enum Audience {
    PUBLIC,
    /** The legal entity itself, which may know all that is recorded of it. */
    SUBJECT,
    AGENCY
  }

  /** Whether the audience is shown such items without more. */
  public boolean isFor(Audience audience) {
    return audiences.contains(audience);
  }
}
