package fr.socle.psc.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.psc.service.RelyingParty.Method;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Lets relying parties in: secret in header or body, or certificate by DN (psc.md 1.5, 1.6). */
final class ClientGate {
  private static final String REFUSED = "Invalid client or Invalid client credentials";

  private final RelyingParties clients;

  ClientGate(RelyingParties clients) {
    this.clients = clients;
  }

  /**
   * The outcome.
   *
   * @param client who it is, when known, authenticated or not
   * @param error the refusal, absent when it is let in
   */
  record Entry(@Nullable RelyingParty client, @Nullable OidcError error) {}

  Entry admit(ClientProof proof) {
    String id = proof.clientId();
    if (id == null) {
      return new Entry(
          null,
          refused(
              "invalid_client",
              "La requête ne dit pas quel client la fait : authentifiez-vous par secret ou par"
                  + " certificat avec client_id."));
    }
    RelyingParty client = clients.find(id).orElse(null);
    if (client == null) {
      return new Entry(
          null,
          refused(
              "invalid_client",
              "Le client « " + id + " » n'est pas déclaré : vérifiez le" + " client_id."));
    }
    OidcError error =
        client.method() == Method.TLS_CLIENT_AUTH
            ? byCertificate(client, proof)
            : bySecret(client, proof);
    return new Entry(client, error);
  }

  private static @Nullable OidcError byCertificate(RelyingParty client, ClientProof proof) {
    if (proof.certificate() == null) {
      return refused(
          "invalid_client",
          "Le client « "
              + client.clientId()
              + " » s'authentifie par certificat et n'en a présenté aucun.");
    }
    if (!proof.certificate().equals(client.subject())) {
      return refused(
          "invalid_client",
          "Le certificat présenté ("
              + proof.certificate().getName()
              + ") n'est pas celui du client « "
              + client.clientId()
              + " ».");
    }
    return null;
  }

  private static @Nullable OidcError bySecret(RelyingParty client, ClientProof proof) {
    if (proof.secret() == null) {
      return refused(
          "unauthorized_client",
          "Le client « " + client.clientId() + " » n'a pas envoyé son secret.");
    }
    byte[] expected = String.valueOf(client.secret()).getBytes(UTF_8);
    if (client.secret() == null
        || !MessageDigest.isEqual(expected, proof.secret().getBytes(UTF_8))) {
      return refused(
          "unauthorized_client",
          "Le secret envoyé n'est pas celui du client « " + client.clientId() + " ».");
    }
    return null;
  }

  private static OidcError refused(String error, String reason) {
    return new OidcError(401, error, REFUSED, reason);
  }
}
