package org.citylake.dashboard.answer;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.citylake.core.json.Json;
import org.jspecify.annotations.Nullable;

/** Writes an asset as an answer: revalidated by ETag (RFC 9110, 8.8.3), packed where accepted. */
public final class Answer {
  private Answer() {}

  /** The same for everybody. */
  public static void send(Context context, Asset asset) {
    send(context, asset, "no-cache", "Accept-Encoding");
  }

  /** Made for who asks: no cache in between may keep it. */
  public static void sendOwn(Context context, Asset asset) {
    send(context, asset, "private, no-cache", "Accept-Encoding, Cookie");
  }

  /** A value that is made anew for every request and never kept. */
  public static void json(Context context, int status, Object value) {
    context
        .status(status)
        .header("Cache-Control", "no-store")
        .contentType("application/json")
        .result(Json.line(value).getBytes(StandardCharsets.UTF_8));
  }

  private static void send(Context context, Asset asset, String caching, String vary) {
    context.header("ETag", asset.etag());
    context.header("Cache-Control", caching);
    context.header("Vary", vary);
    if (matches(context.header("If-None-Match"), asset.etag())) {
      context.status(304);
      return;
    }
    context.contentType(asset.contentType());
    if (accepts(context.header("Accept-Encoding"))) {
      context.header("Content-Encoding", "gzip");
      context.result(asset.packed());
    } else {
      context.result(asset.bytes());
    }
  }

  private static boolean matches(@Nullable String condition, String etag) {
    return condition != null
        && Arrays.stream(condition.split(","))
            .map(String::strip)
            .anyMatch(tag -> tag.equals("*") || tag.replaceFirst("^W/", "").equals(etag));
  }

  private static boolean accepts(@Nullable String encodings) {
    return encodings != null
        && Arrays.stream(encodings.split(","))
            .map(String::strip)
            .anyMatch(e -> e.equals("gzip") || (e.startsWith("gzip;") && !e.endsWith("q=0")));
  }
}
