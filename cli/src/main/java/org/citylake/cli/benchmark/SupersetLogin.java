package org.citylake.cli.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.superset.client.SupersetAccount;

/** Signs in to Superset's pages by its form, as a person does. */
final class SupersetLogin {
  private static final Pattern TOKEN =
      Pattern.compile("name=\"csrf_token\"[^>]*value=\"([^\"]+)\"", Pattern.DOTALL);

  private SupersetLogin() {}

  /**
   * The cookies of a session.
   *
   * @throws CityLakeException of kind EXTERNAL when the form is another one, or refuses
   */
  static List<HttpCookie> cookies(SupersetAccount account)
      throws IOException, InterruptedException {
    CookieManager kept = new CookieManager();
    HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(kept).build();
    URI login = account.address().resolve("/login/");
    Matcher token =
        TOKEN.matcher(
            http.send(HttpRequest.newBuilder(login).build(), BodyHandlers.ofString()).body());
    if (!token.find()) {
      throw new CityLakeException(Kind.EXTERNAL, login + " has no form that is known");
    }
    int status =
        http.send(
                HttpRequest.newBuilder(login)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Referer", login.toString())
                    .POST(
                        BodyPublishers.ofString(
                            "username="
                                + encoded(account.username())
                                + "&password="
                                + encoded(account.password().get())
                                + "&csrf_token="
                                + encoded(token.group(1))))
                    .build(),
                BodyHandlers.discarding())
            .statusCode();
    if (status / 100 > 3) {
      throw new CityLakeException(
          Kind.EXTERNAL, login + " answered " + status + " to " + account.username());
    }
    return kept.getCookieStore().getCookies();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
