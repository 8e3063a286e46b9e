package org.citylake.dashboard.session;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.citylake.access.grant.Grants;
import org.citylake.access.user.Principal;
import org.citylake.access.user.UserLockedException;
import org.citylake.access.user.UserStore;
import org.citylake.dashboard.answer.Answer;
import org.citylake.dashboard.answer.ProblemException;
import org.citylake.dashboard.route.Call;
import org.citylake.dashboard.route.Caller;
import org.citylake.dashboard.route.Route;
import org.citylake.dashboard.route.Verb;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/session}: sign in, see who is signed in, sign out. */
public final class SessionRoutes {
  private static final String PATH = "/api/v1/session";
  private static final int PER_MINUTE = 30;

  /** Each check of a password takes memory and a core, as it is meant to. */
  private static final int CHECKS_AT_ONCE = 2;

  private static final long PATIENCE_SECONDS = 5;

  private final Sessions sessions;
  private final UserStore users;
  private final SignInThrottle throttle;
  private final boolean secure;
  private final Function<Principal, Grants> grants;
  private final Semaphore checks = new Semaphore(CHECKS_AT_ONCE);

  /**
   * Routes on a home's users.
   *
   * @param secure whether browsers come by TLS, so that the cookie may go no other way
   * @param grants tells what somebody may
   */
  public SessionRoutes(
      Sessions sessions,
      UserStore users,
      Clock clock,
      boolean secure,
      Function<Principal, Grants> grants) {
    this.sessions = sessions;
    this.users = users;
    this.throttle = new SignInThrottle(clock);
    this.secure = secure;
    this.grants = grants;
  }

  /** The three routes. */
  public List<Route> routes() {
    return List.of(
        Route.of(Verb.POST, PATH, "sign_in", "Sign in with name and password", this::signIn)
            .reads("SignIn")
            .gives(201, "Session")
            .needs(grants -> true)
            .atMost(PER_MINUTE),
        Route.get(PATH, "who_am_i", "Who is signed in", "Session", this::who),
        Route.of(Verb.DELETE, PATH, "sign_out", "Sign out", this::signOut).gives(204, ""));
  }

  private void signIn(Call call) throws InterruptedException {
    String name = call.body().path("user").asText();
    Principal principal = verified(name, call.body().path("password").asText()).orElse(null);
    if (principal == null) {
      throttle.failed(name);
      throw new ProblemException(
          401, "wrong-sign-in", "Name or password is wrong", "Check both and try again.");
    }
    throttle.forget(name);
    // Never goes on with an id from before the sign-in, which somebody else may know.
    endOld(call.context());
    String id = sessions.begin(principal.name());
    call.context().cookie(cookie(id, -1));
    Answer.json(
        call.context(),
        201,
        document(principal, sessions.find(id).map(Session::csrf).orElse(null), false));
  }

  private Optional<Principal> verified(String name, String password) throws InterruptedException {
    if (throttle.barred(name)) {
      throw barred();
    }
    if (!checks.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw ProblemException.busy("Many sign in at the moment: try again in a minute.");
    }
    try {
      return users.verify(name, password);
    } catch (UserLockedException e) {
      throw barred();
    } finally {
      checks.release();
    }
  }

  private static ProblemException barred() {
    return new ProblemException(
        429,
        "too-many-attempts",
        "Too many wrong passwords",
        "Wait a quarter of an hour, or let an administrator unlock the name.");
  }

  private void who(Call call) {
    Caller caller = call.caller();
    if (caller.expired()) {
      call.context().cookie(cookie("", 0));
    }
    Answer.json(
        call.context(),
        200,
        document(caller.principal(), caller.csrf().orElse(null), caller.expired()));
  }

  private void signOut(Call call) {
    endOld(call.context());
    call.context().cookie(cookie("", 0)).header("Cache-Control", "no-store").status(204);
  }

  private void endOld(Context context) {
    String old = context.cookie(Callers.COOKIE);
    if (old != null) {
      sessions.end(old);
    }
  }

  /** Without TLS the page is plain HTTP on loopback, where nothing passes a network. */
  private Cookie cookie(String id, int age) {
    return new Cookie(Callers.COOKIE, id, "/", age, secure, true, null, SameSite.STRICT);
  }

  private Map<String, @Nullable Object> document(
      Principal principal, @Nullable String csrf, boolean expired) {
    Map<String, @Nullable Object> session = new TreeMap<>();
    session.put("user", csrf == null ? null : principal.name());
    session.put("groups", principal.groups());
    session.put("area", principal.area());
    session.put("actions", grants.apply(principal).actions());
    session.put("csrf", csrf);
    session.put("expired", expired);
    return session;
  }
}
