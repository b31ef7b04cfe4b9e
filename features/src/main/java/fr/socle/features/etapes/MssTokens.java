package fr.socle.features.etapes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens that mailboxes are opened with: XOAUTH2, OAUTHBEARER. */
final class MssTokens {
  private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/]{40,}={0,2}");
  private static final Pattern TOKEN =
      Pattern.compile("(?i)auth=Bearer +[^.\\x01]+\\.([A-Za-z0-9_-]+)\\.");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private MssTokens() {}

  /** When the token of an authentication ends; nothing when it does not tell. */
  static Optional<Instant> expiryOf(byte[] request) {
    Matcher encoded = ENCODED.matcher(new String(request, StandardCharsets.ISO_8859_1));
    while (encoded.find()) {
      Optional<Instant> found =
          decoded(Base64.getMimeDecoder(), encoded.group()).flatMap(MssTokens::expiry);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> expiry(String response) {
    Matcher token = TOKEN.matcher(response);
    return token.find()
        ? decoded(Base64.getUrlDecoder(), token.group(1)).flatMap(MssTokens::stated)
        : Optional.empty();
  }

  private static Optional<Instant> stated(String claims) {
    try {
      JsonNode exp = JSON.readTree(claims).path("exp");
      return exp.isNumber() ? Optional.of(Instant.ofEpochSecond(exp.asLong())) : Optional.empty();
    } catch (JsonProcessingException notClaims) {
      return Optional.empty();
    }
  }

  private static Optional<String> decoded(Base64.Decoder decoder, String text) {
    try {
      return Optional.of(new String(decoder.decode(text), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
