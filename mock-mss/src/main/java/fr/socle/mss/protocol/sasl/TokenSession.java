package fr.socle.mss.protocol.sasl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.BenchJson;
import java.io.IOException;
import java.util.Base64;

/**
 * The session of Pro Santé Connect that a token was given in, as it says itself: nothing is
 * verified, and what it does not say is empty.
 *
 * @param id its {@code sid}
 * @param client the relying party it was given to ({@code azp})
 * @param holder whose it is ({@code sub})
 */
public record TokenSession(String id, String client, String holder) {
  /** That of no token. */
  public static final TokenSession NONE = new TokenSession("", "", "");

  private static final JsonMapper JSON = BenchJson.mapper();
  private static final int LONGEST = 16 * 1024;

  /** That of a token; {@link #NONE} for what is no JWT. */
  public static TokenSession of(String token) {
    String[] parts = token.length() > LONGEST ? new String[0] : token.split("\\.", -1);
    if (parts.length != 3) {
      return NONE;
    }
    try {
      return in(JSON.readTree(Base64.getUrlDecoder().decode(parts[1])));
    } catch (IOException | IllegalArgumentException e) {
      return NONE;
    }
  }

  /** That of claims. */
  public static TokenSession in(JsonNode claims) {
    return new TokenSession(
        claims.path("sid").asText(""),
        claims.path("azp").asText(""),
        claims.path("sub").asText(""));
  }
}
