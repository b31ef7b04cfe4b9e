package fr.socle.features.report.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.features.report.exchange.Table.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON Web Token (RFC 7519, compact JWS) as rows: header, then claims. Its signature is not
 * verified.
 */
final class TokenRows {
  private static final Pattern COMPACT =
      Pattern.compile("(?:Bearer |DPoP )?([\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]*)");
  // RFC 7519, 4.1 and OpenID Connect Core, 2: NumericDate claims.
  private static final Set<String> DATES = Set.of("exp", "iat", "nbf", "auth_time");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss 'UTC'", Locale.FRENCH);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private TokenRows() {}

  /** The compact token in a value, without its scheme; absent when there is none. */
  static Optional<String> tokenIn(String value) {
    Matcher matcher = COMPACT.matcher(value);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Rows of a token carried under a name, none when its parts are not JSON objects. */
  static List<Row> read(String name, String token) {
    String[] parts = token.split("\\.", -1);
    Optional<JsonNode> header = object(parts[0]);
    Optional<JsonNode> claims = object(parts[1]);
    if (header.isEmpty() || claims.isEmpty() || !header.get().has("alg")) {
      return List.of();
    }
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(0, "en-tête", null, name + "/header"));
    rows.addAll(below(header.get(), name + "/header"));
    rows.add(new Row(0, "contenu", null, name));
    rows.addAll(below(claims.get(), name));
    return List.copyOf(rows);
  }

  private static List<Row> below(JsonNode node, String path) {
    return JsonRows.of(node, path).stream()
        .map(row -> new Row(row.depth() + 1, row.name(), withDate(row), row.path()))
        .toList();
  }

  @SuppressWarnings("NullAway") // a branch keeps its absent value
  private static String withDate(Row row) {
    String value = row.value();
    if (value == null || !DATES.contains(row.name()) || !value.matches("\\d{1,11}")) {
      return value;
    }
    Instant instant = Instant.ofEpochSecond(Long.parseLong(value));
    return value + " (" + DATE.format(instant.atOffset(ZoneOffset.UTC)) + ")";
  }

  private static Optional<JsonNode> object(String base64url) {
    try {
      byte[] json = Base64.getUrlDecoder().decode(base64url);
      JsonNode node = MAPPER.readTree(new String(json, StandardCharsets.UTF_8));
      return node != null && node.isObject() ? Optional.of(node) : Optional.empty();
    } catch (IllegalArgumentException | JsonProcessingException notAToken) {
      return Optional.empty();
    }
  }
}
