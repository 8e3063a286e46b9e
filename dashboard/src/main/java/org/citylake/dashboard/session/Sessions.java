package org.citylake.dashboard.session;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.json.ContentHash;

/**
 * The sessions of this process; a restart ends them all. An id is 256 random bits, of which only
 * the hash is kept. A session ends half an hour after it was last used and twelve hours after it
 * was begun, whichever comes first (OWASP session management).
 */
public final class Sessions {
  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final int BITS = 256;
  private static final int MOST = 10_000;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> sessions = new LinkedHashMap<>();

  /** None yet. */
  public Sessions(Clock clock) {
    this.clock = clock;
  }

  /** Begins a session and gives its id back; when there are too many, the oldest one ends. */
  synchronized String begin(String user) {
    Instant now = clock.instant();
    sessions.values().removeIf(session -> ended(session, now));
    if (sessions.size() >= MOST) {
      sessions.remove(sessions.keySet().iterator().next());
    }
    String id = token();
    sessions.put(hash(id), new Session(user, token(), now, now));
    return id;
  }

  /** The session of that id, used now; empty when it has ended or never was. */
  synchronized Optional<Session> find(String id) {
    Instant now = clock.instant();
    String key = hash(id);
    Session session = sessions.get(key);
    if (session == null) {
      return Optional.empty();
    }
    if (ended(session, now)) {
      sessions.remove(key);
      return Optional.empty();
    }
    Session used = session.seenAt(now);
    sessions.put(key, used);
    return Optional.of(used);
  }

  /** Ends a session. */
  synchronized void end(String id) {
    sessions.remove(hash(id));
  }

  private static boolean ended(Session session, Instant now) {
    return now.isAfter(session.seen().plus(IDLE)) || now.isAfter(session.begun().plus(LONGEST));
  }

  private String token() {
    byte[] bytes = new byte[BITS / Byte.SIZE];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hash(String id) {
    return ContentHash.of(id.getBytes(StandardCharsets.UTF_8));
  }
}
