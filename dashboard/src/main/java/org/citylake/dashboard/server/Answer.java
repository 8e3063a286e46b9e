package org.citylake.dashboard.server;

import io.javalin.http.Context;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes an asset as an answer: revalidated by ETag (RFC 9110, 8.8.3), packed where accepted. */
final class Answer {
  private Answer() {}

  static void send(Context context, Asset asset) {
    context.header("ETag", asset.etag());
    context.header("Cache-Control", "no-cache");
    context.header("Vary", "Accept-Encoding");
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
