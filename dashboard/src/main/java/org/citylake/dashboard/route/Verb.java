package org.citylake.dashboard.route;

import io.javalin.http.HandlerType;
import java.util.Locale;

/** The methods that the API answers; HEAD is answered wherever GET is. */
public enum Verb {
  /** Reads. */
  GET(HandlerType.GET),
  /** Makes something. */
  POST(HandlerType.POST),
  /** Ends something. */
  DELETE(HandlerType.DELETE);

  private final HandlerType type;

  Verb(HandlerType type) {
    this.type = type;
  }

  HandlerType type() {
    return type;
  }

  /** Whether it changes something, so that a foreign page must not be able to send it. */
  boolean changes() {
    return this != GET;
  }

  String lower() {
    return name().toLowerCase(Locale.ROOT);
  }
}
