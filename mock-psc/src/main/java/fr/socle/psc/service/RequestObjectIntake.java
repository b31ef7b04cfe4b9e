package fr.socle.psc.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.psc.service.RequestObjectSource.UnreadableException;
import fr.socle.psc.service.SigningKeys.SigningKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a request object comes from, and what is inside its envelope: by value or by reference
 * (OpenID Connect Core 1.0, 6.1 and 6.2), encrypted or not (6.3.1).
 */
final class RequestObjectIntake {
  private static final int LONGEST_ADDRESS = 512; // Core 6.2
  private static final int LONGEST_OBJECT = 64 * 1024;
  private static final String UNSIGNED = Digests.base64Url("{\"alg\":\"none\"}".getBytes(UTF_8));

  private final RequestObjectSource source;
  private final SigningKeys keys;

  RequestObjectIntake(RequestObjectSource source, SigningKeys keys) {
    this.source = source;
    this.keys = keys;
  }

  /**
   * What a request brought.
   *
   * @param object a JWT, absent when the request has none
   * @param error why there is none although there should be
   */
  record Taken(@Nullable String object, @Nullable OidcError error) {}

  Taken take(Asked asked, RelyingParty client) {
    Optional<String> address = asked.first("request_uri");
    Optional<String> object = asked.first("request");
    if (address.isPresent() && object.isPresent()) {
      return new Taken(
          null,
          OidcError.invalidRequest(
              "Invalid parameter: request_uri",
              "request et request_uri ne s'envoient pas ensemble (OpenID Connect Core 6.1)."));
    }
    if (address.isPresent()) {
      return fetched(address.get(), client);
    }
    return object.isEmpty() ? new Taken(null, null) : opened(object.get());
  }

  private Taken fetched(String address, RelyingParty client) {
    if (address.length() > LONGEST_ADDRESS || !client.jose().registeredRequestUri(address)) {
      return badAddress(
          "Le request_uri « "
              + address
              + " » n'est pas l'un de ceux que le client a déclarés (request_uris), au caractère"
              + " près hors fragment.");
    }
    try {
      return opened(source.read(JoseRegistration.withoutFragment(address)));
    } catch (UnreadableException e) {
      return badAddress(
          "L'objet de requête ne se lit pas à l'adresse « "
              + address
              + " » : "
              + e.getMessage()
              + ".");
    }
  }

  private Taken opened(String object) {
    if (!JweOpening.sealed(object)) {
      return new Taken(object, null);
    }
    SigningKey key = keys.encryption();
    Optional<String> inside =
        object.length() > LONGEST_OBJECT
            ? Optional.empty()
            : JweOpening.open(object, key.id(), key.pair().getPrivate());
    if (inside.isEmpty()) {
      return new Taken(
          null,
          new OidcError(
              400,
              "invalid_request_object",
              "Invalid Request",
              "L'objet de requête chiffré ne s'ouvre pas : chiffrez-le en RSA-OAEP ou RSA-OAEP-256,"
                  + " sans compression, pour la clé du jeu de clés dont use vaut enc."));
    }
    // Core 6.1: encrypted without being signed, the claims are the content themselves
    String text = inside.get().strip();
    return new Taken(
        text.startsWith("{")
            ? UNSIGNED + "." + Digests.base64Url(text.getBytes(UTF_8)) + "."
            : text,
        null);
  }

  private static Taken badAddress(String reason) {
    return new Taken(
        null, new OidcError(400, "invalid_request_uri", "Invalid request_uri", reason));
  }
}
