package org.citylake.dashboard.server;

import io.javalin.http.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citylake.dashboard.answer.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Before every answer: headers that keep the page to itself, and only names of this machine, or the
 * one that a proxy shows it under. The check of the name keeps a foreign page from reading the API
 * through a name that it points here.
 */
final class RequestGuard {
  private static final List<String> HOSTS = List.of("127.0.0.1", "localhost", "[::1]");
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private final Set<String> hosts;

  RequestGuard(Optional<String> publicName) {
    this.hosts = new HashSet<>(HOSTS);
    publicName.ifPresent(hosts::add);
  }

  void check(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (!isServed(context.header("Host"))) {
      throw new ProblemException(
          421,
          "wrong-host",
          "This name is not served",
          "Open the page as http://127.0.0.1 or http://localhost with its port.");
    }
  }

  private boolean isServed(@Nullable String host) {
    return host != null && hosts.contains(host.replaceFirst(":[0-9]+$", ""));
  }
}
