package fr.socle.psc.exchange.service;

import fr.socle.psc.service.ClientProof;
import fr.socle.psc.service.OidcError;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers in by their certificate alone: the first thing an authorization server of an API
 * looks at, psc.md 2.6 (S: TRANSPORT). The chain was verified in the handshake.
 */
final class ApiClientGate {
  private final ApiClients clients;

  ApiClientGate(ApiClients clients) {
    this.clients = clients;
  }

  /**
   * The outcome.
   *
   * @param client who it is, when known, let in or not
   * @param error the refusal, absent when it is let in
   */
  record Entry(@Nullable ApiClient client, @Nullable OidcError error) {}

  Entry admit(ClientProof proof) {
    String id = proof.clientId();
    ApiClient client = id == null ? null : clients.find(id).orElse(null);
    if (proof.certificate() == null) {
      return refused(
          client,
          "Aucun certificat client n'a été présenté : l'échange de jetons se fait en TLS mutuel,"
              + " avec le certificat d'organisation du proxy.");
    }
    if (id == null) {
      return refused(
          null,
          "La requête ne porte pas de client_id : envoyez dans le corps celui que le serveur"
              + " d'autorisation de l'API vous a donné.");
    }
    if (client == null) {
      return refused(
          null,
          "Le client « "
              + id
              + " » n'est pas déclaré à ce serveur d'autorisation : vérifiez le client_id (ce"
              + " n'est pas celui de Pro Santé Connect).");
    }
    if (!client.subject().equals(proof.certificate())) {
      return refused(
          client,
          "Le certificat présenté ("
              + proof.certificate().getName()
              + ") n'est pas celui du client « "
              + id
              + " » ("
              + client.subject().getName()
              + ").");
    }
    return new Entry(client, null);
  }

  private static Entry refused(@Nullable ApiClient client, String reason) {
    return new Entry(
        client,
        new OidcError(
            401, "invalid_client", "Invalid client or Invalid client credentials", reason));
  }
}
