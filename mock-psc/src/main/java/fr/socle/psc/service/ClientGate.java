package fr.socle.psc.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.psc.service.RelyingParty.Method;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Lets relying parties in: secret in header or body, or certificate by DN (psc.md 1.5, 1.6). */
public final class ClientGate {
  private static final String REFUSED = "Invalid client or Invalid client credentials";

  /** The refusal of a client that would be let in, on demand. */
  public static final OidcError ON_DEMAND =
      refused("invalid_client", "Le client est refusé (panne armée).");

  private final RelyingParties clients;
  private final boolean strict;

  /**
   * A gate.
   *
   * @param strict whether a wrong secret is called {@code unauthorized_client}, as Keycloak does,
   *     and not {@code invalid_client}, as RFC 6749 5.2 demands
   */
  ClientGate(RelyingParties clients, boolean strict) {
    this.clients = clients;
    this.strict = strict;
  }

  /**
   * The outcome.
   *
   * @param client who it is, when known, authenticated or not
   * @param error the refusal, absent when it is let in
   */
  public record Entry(@Nullable RelyingParty client, @Nullable OidcError error) {}

  /** Lets a client in, or says why not. */
  public Entry admit(ClientProof proof) {
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
              "Le client « " + id + " » n'est pas déclaré : vérifiez le client_id."));
    }
    OidcError error = client.method() == Method.TLS_CLIENT_AUTH ? null : bySecret(client, proof);
    if (error == null && client.presentsCertificate()) {
      error = byCertificate(client, proof);
    }
    return new Entry(client, error);
  }

  private static @Nullable OidcError byCertificate(RelyingParty client, ClientProof proof) {
    if (proof.certificate() == null) {
      return refused(
          "invalid_client",
          "Le client « "
              + client.clientId()
              + " » doit présenter son certificat et n'en a présenté aucun.");
    }
    if (!client.ownsCertificate(proof.certificate())) {
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

  private @Nullable OidcError bySecret(RelyingParty client, ClientProof proof) {
    String error = strict ? "unauthorized_client" : "invalid_client";
    if (proof.secret() == null) {
      return refused(
          error,
          proof.methods().contains(ClientProof.Method.ASSERTION)
              ? "Ce banc ne lit pas client_assertion : authentifiez le client par son secret ou par"
                  + " son certificat."
              : "Le client « " + client.clientId() + " » n'a pas envoyé son secret.");
    }
    byte[] expected = String.valueOf(client.secret()).getBytes(UTF_8);
    if (client.secret() == null
        || !MessageDigest.isEqual(expected, proof.secret().getBytes(UTF_8))) {
      return refused(
          error, "Le secret envoyé n'est pas celui du client « " + client.clientId() + " ».");
    }
    return null;
  }

  private static OidcError refused(String error, String reason) {
    return new OidcError(401, error, REFUSED, reason);
  }
}
