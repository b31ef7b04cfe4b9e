package fr.socle.mss.protocol.sasl;

import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.BenchJson;
import java.io.IOException;
import java.util.Base64;

/** The session of Pro Santé Connect that a token was given in, as it says itself. */
public final class TokenSession {
  private static final JsonMapper JSON = BenchJson.mapper();
  private static final int LONGEST = 16 * 1024;

  private TokenSession() {}

  /** Its {@code sid}; empty for what is no JWT, or names none. Nothing is verified. */
  public static String of(String token) {
    String[] parts = token.length() > LONGEST ? new String[0] : token.split("\\.", -1);
    if (parts.length != 3) {
      return "";
    }
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(parts[1])).path("sid").asText("");
    } catch (IOException | IllegalArgumentException e) {
      return "";
    }
  }
}
