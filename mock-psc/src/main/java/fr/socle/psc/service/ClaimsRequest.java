package fr.socle.psc.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The {@code claims} parameter, OpenID Connect Core 5.5: claims asked for one by one.
 *
 * @param userinfo names asked of userinfo
 * @param idToken names asked of the ID token
 * @param subject {@code sub} that has to log in, absent when anybody may
 * @param levels levels of which one has to be reached, empty when any will do
 */
public record ClaimsRequest(
    Set<String> userinfo, Set<String> idToken, @Nullable String subject, Set<String> levels) {
  /** Nothing asked. */
  public static final ClaimsRequest NONE = new ClaimsRequest(Set.of(), Set.of(), null, Set.of());

  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST = 8_192;

  /** Copies the sets. */
  public ClaimsRequest {
    userinfo = Set.copyOf(userinfo);
    idToken = Set.copyOf(idToken);
    levels = Set.copyOf(levels);
  }

  /** Reads the parameter; empty when it is not what 5.5 says. */
  static Optional<ClaimsRequest> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      JsonNode root = JSON.readTree(text);
      JsonNode userinfo = root.path("userinfo");
      JsonNode idToken = root.path("id_token");
      if (!root.isObject() || !members(userinfo) || !members(idToken)) {
        return Optional.empty();
      }
      return Optional.of(
          new ClaimsRequest(
              names(userinfo), names(idToken), subject(userinfo, idToken), levels(idToken)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Adds what was asked by name, is known, and is not there yet. */
  static void add(
      Map<String, Object> claims, Set<String> asked, Supplier<Map<String, Object>> known) {
    if (asked.isEmpty()) {
      return;
    }
    known
        .get()
        .forEach(
            (name, value) -> {
              if (asked.contains(name)) {
                claims.putIfAbsent(name, value);
              }
            });
  }

  private static boolean members(JsonNode node) {
    return node.isMissingNode() || node.isNull() || node.isObject();
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new LinkedHashSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static @Nullable String subject(JsonNode userinfo, JsonNode idToken) {
    String ofIdToken = idToken.path("sub").path("value").textValue();
    return ofIdToken == null ? userinfo.path("sub").path("value").textValue() : ofIdToken;
  }

  // 5.5.1.1: only an essential acr with values can fail a login
  private static Set<String> levels(JsonNode idToken) {
    JsonNode acr = idToken.path("acr");
    Set<String> levels = new LinkedHashSet<>();
    if (acr.path("essential").asBoolean()) {
      acr.path("values").forEach(value -> levels.add(value.asText()));
      if (acr.hasNonNull("value")) {
        levels.add(acr.get("value").asText());
      }
    }
    return levels;
  }
}
