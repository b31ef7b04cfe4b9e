package fr.socle.psc.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Headers;
import fr.socle.psc.service.OidcError;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers of Pro Santé Connect. None ever carries {@code Access-Control-Allow-Origin}: calls from a
 * browser script are refused by design, psc.md 1.1 (S: DOC-TECH).
 */
public final class Answers {
  private static final JsonMapper JSON = new JsonMapper();

  private Answers() {}

  /** An answer in JSON. */
  public static Answer json(int status, Map<String, Object> body) {
    return new Answer(status, Headers.none().with("Content-Type", "application/json"), bytes(body));
  }

  /** A good answer of another kind that no cache may keep. */
  static Answer secret(String contentType, byte[] body) {
    return new Answer(200, Headers.none().with("Content-Type", contentType), body)
        .with("Cache-Control", "no-store")
        .with("Pragma", "no-cache");
  }

  /** An answer that no cache may keep, RFC 6749 5.1. */
  public static Answer secretJson(int status, Map<String, Object> body) {
    return json(status, body).with("Cache-Control", "no-store").with("Pragma", "no-cache");
  }

  /** A refusal, RFC 6749 5.2. */
  public static Answer error(OidcError error) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", error.error());
    if (error.description() != null) {
      body.put("error_description", error.description());
    }
    return secretJson(error.status(), body);
  }

  /** A refusal as the journal keeps it. */
  public static @Nullable Refusal refusal(@Nullable OidcError error) {
    return error == null ? null : new Refusal(error.error(), error.reason());
  }

  static byte[] bytes(Map<String, Object> body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("answers are plain values", e);
    }
  }
}
