package fr.socle.psc.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Request objects, OpenID Connect Core 1.0, 6.1 and 6.3: unsigned, signed by a key of the client,
 * or by its secret.
 */
final class RequestObjects {
  private static final List<String> ALGORITHMS =
      List.of("none", "RS256", "PS256", "ES256", "HS256");
  // 6.1: not inside; the claims of a JWT are no parameters (RFC 7519 4.1)
  private static final Set<String> NO_PARAMETERS =
      Set.of("request", "request_uri", "iss", "aud", "exp", "nbf", "iat", "jti", "sub");

  // 6.1: stay mandatory outside
  private static final List<String> OUTSIDE = List.of("response_type", "client_id");

  private final String issuer;
  private final SpaceTime time;
  private final RequestObjectIntake intake;

  RequestObjects(String issuer, SpaceTime time, RequestObjectIntake intake) {
    this.issuer = issuer;
    this.time = time;
    this.intake = intake;
  }

  /**
   * A request as it counts.
   *
   * @param asked its parameters, those of the request object in front
   * @param error why the request object is refused; then the parameters are those outside
   */
  record Read(Asked asked, @Nullable OidcError error) {}

  /** Reads the request of a known client. */
  Read read(Asked asked, RelyingParty client) {
    RequestObjectIntake.Taken taken = intake.take(asked, client);
    String object = taken.object();
    if (object == null) {
      return new Read(asked, taken.error());
    }
    Optional<Jwt> jwt = Jwt.read(object);
    if (jwt.isEmpty()) {
      return refused(
          asked,
          "L'objet de requête n'est pas un JWT : un en-tête et un objet JSON, en base64url.");
    }
    String unsound = signature(object, jwt.get(), client);
    if (unsound == null) {
      unsound = content(asked, jwt.get().claims(), client);
    }
    return unsound == null
        ? new Read(merged(asked, jwt.get().claims()), null)
        : refused(asked, unsound);
  }

  private static @Nullable String signature(String text, Jwt jwt, RelyingParty client) {
    String algorithm = jwt.header().path("alg").asText();
    String only = client.jose().requestObjectAlg();
    if (only != null && !only.equals(algorithm)) {
      return "L'objet de requête est signé en "
          + algorithm
          + ", alors que le client a déclaré request_object_signing_alg="
          + only
          + ".";
    }
    if (!ALGORITHMS.contains(algorithm)) {
      return "L'algorithme "
          + algorithm
          + " n'est pas lu ; algorithmes lus : "
          + String.join(", ", ALGORITHMS)
          + ".";
    }
    if (algorithm.equals("none")) {
      return text.endsWith(".") ? null : "Un objet de requête non signé finit par un point.";
    }
    if (text.split("\\.", -1).length != 3) {
      return "L'objet de requête annonce " + algorithm + " et n'a pas de signature.";
    }
    if (algorithm.equals("HS256")) {
      return client.secret() != null && JwsProof.signedBy(client.secret(), text)
          ? null
          : "La signature HS256 de l'objet de requête n'est pas faite avec le secret du client.";
    }
    boolean signed =
        client.jose().keys().forSignature(jwt.header().path("kid").textValue()).stream()
            .anyMatch(key -> JwsProof.signedBy(key, algorithm, text));
    return signed
        ? null
        : "Aucune clé déclarée par le client (jwks) ne vérifie la signature "
            + algorithm
            + " de l'objet de requête.";
  }

  private @Nullable String content(Asked asked, JsonNode claims, RelyingParty client) {
    if (claims.has("request") || claims.has("request_uri")) {
      return "Un objet de requête ne contient ni request ni request_uri.";
    }
    // 6.1: what has to be outside has to be the same inside
    for (String name : OUTSIDE) {
      Optional<String> outside = asked.first(name);
      if (claims.has(name)
          && outside.filter(value -> !value.equals(claims.get(name).asText())).isPresent()) {
        return "Le "
            + name
            + " de l'objet de requête n'est pas celui de la demande, où il est obligatoire aussi.";
      }
    }
    if (claims.has("iss") && !claims.get("iss").asText().equals(client.clientId())) {
      return "L'iss de l'objet de requête n'est pas le client_id.";
    }
    if (claims.has("aud") && !names(claims.get("aud"), issuer)) {
      return "L'aud de l'objet de requête n'est pas l'émetteur " + issuer + ".";
    }
    Instant now = time.onWire(time.now());
    boolean over = claims.has("exp") && claims.get("exp").asLong() <= now.getEpochSecond();
    boolean early = claims.has("nbf") && claims.get("nbf").asLong() > now.getEpochSecond();
    return over || early ? "L'objet de requête a expiré, ou n'est pas encore valable." : null;
  }

  private static boolean names(JsonNode audience, String issuer) {
    if (!audience.isArray()) {
      return audience.asText().equals(issuer);
    }
    for (JsonNode one : audience) {
      if (one.asText().equals(issuer)) {
        return true;
      }
    }
    return false;
  }

  // 6.1 and 6.3.3: what is inside supersedes what is outside
  private static Asked merged(Asked asked, JsonNode claims) {
    Map<String, List<String>> values = new LinkedHashMap<>(asked.values());
    values.remove("request");
    values.remove("request_uri");
    for (Map.Entry<String, JsonNode> claim : claims.properties()) {
      if (!NO_PARAMETERS.contains(claim.getKey()) && !OUTSIDE.contains(claim.getKey())) {
        values.put(claim.getKey(), List.of(text(claim.getValue())));
      }
    }
    return new Asked(values);
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  private static Read refused(Asked asked, String reason) {
    return new Read(asked, new OidcError(400, "invalid_request_object", "Invalid Request", reason));
  }
}
