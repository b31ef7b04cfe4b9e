package fr.socle.psc.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A JWT taken apart, whatever it is worth: reading proves nothing.
 *
 * @param header header
 * @param claims claims
 */
public record Jwt(JsonNode header, JsonNode claims) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST = 32_768;

  /** Takes a text apart, if it has two or three parts and the first two are JSON objects. */
  public static Optional<Jwt> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String[] parts = text.split("\\.", -1);
    if (parts.length != 2 && parts.length != 3) {
      return Optional.empty();
    }
    try {
      JsonNode header = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
      JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
      return header.isObject() && claims.isObject()
          ? Optional.of(new Jwt(header, claims))
          : Optional.empty();
    } catch (IllegalArgumentException | IOException e) {
      return Optional.empty();
    }
  }

  /** Whether it says that nobody signed it. */
  public boolean unsigned() {
    return header.path("alg").asText().equalsIgnoreCase("none");
  }

  /** The header as plain values. */
  public Map<String, Object> headerValues() {
    return values(header);
  }

  /** The claims as plain values. */
  public Map<String, Object> claimValues() {
    return values(claims);
  }

  /** The first two parts of a JWT, ready to be signed. */
  static String signingInput(String header, Map<String, Object> claims) {
    return Digests.base64Url(header.getBytes(UTF_8))
        + "."
        + Digests.base64Url(json(claims).getBytes(UTF_8));
  }

  private static Map<String, Object> values(JsonNode object) {
    return JSON.convertValue(object, new TypeReference<Map<String, Object>>() {});
  }

  /** Claims as a JSON text. */
  static String json(Map<String, Object> claims) {
    try {
      return JSON.writeValueAsString(claims);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("claims are plain values", e);
    }
  }
}
