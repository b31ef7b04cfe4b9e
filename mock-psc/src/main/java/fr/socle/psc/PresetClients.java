package fr.socle.psc;

import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import fr.socle.psc.service.RedirectAddress;
import fr.socle.psc.service.RelyingParty;
import fr.socle.psc.service.RelyingParty.Method;
import fr.socle.psc.service.Unguessable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * The clients a space is opened with, whose redirect addresses are any of the loopback.
 *
 * @param parties as the service knows them
 * @param descriptions as {@code bench.json} shows them
 */
record PresetClients(List<RelyingParty> parties, List<ClientDescription> descriptions) {
  /** A second software with a certificate, for a proxy that serves more than one. */
  static final String SECOND_SOFTWARE = "lps-demo-mtls-2";

  /** Client identity of the bench that it presents. */
  static final String SECOND_IDENTITY = "organisation";

  private static final List<String> LOOPBACK =
      List.of(
          "http://127.0.0.1:*/*",
          "http://localhost:*/*",
          "https://127.0.0.1:*/*",
          "https://localhost:*/*");

  /**
   * Makes them.
   *
   * @param certificateSubject subject DN of the client identity of the bench, if there is one
   * @param secondSubject subject DN of that of the second software, if there is one
   * @param certificateRequired whether a secret is not enough in this space
   * @param former relying parties the space showed when it was last open: a secret they know stays
   */
  static PresetClients make(
      Unguessable unguessable,
      @Nullable X500Principal certificateSubject,
      @Nullable X500Principal secondSubject,
      boolean certificateRequired,
      List<ClientDescription> former) {
    List<RedirectAddress> addresses = LOOPBACK.stream().map(RedirectAddress::new).toList();
    List<RelyingParty> parties = new ArrayList<>();
    List<ClientDescription> descriptions = new ArrayList<>();
    String secret = secret("lps-demo", former).orElseGet(unguessable::secret);
    parties.add(
        new RelyingParty(
            "lps-demo",
            Method.CLIENT_SECRET_BASIC,
            secret,
            certificateRequired ? certificateSubject : null,
            addresses,
            addresses,
            false,
            certificateRequired,
            true));
    descriptions.add(
        new ClientDescription(
            "lps-demo",
            secret,
            Method.CLIENT_SECRET_BASIC.label(),
            LOOPBACK,
            certificateRequired ? "psc-client" : null));
    Map<String, X500Principal> withCertificate = new LinkedHashMap<>();
    Map<String, String> identities =
        Map.of("lps-demo-mtls", "psc-client", SECOND_SOFTWARE, SECOND_IDENTITY);
    if (certificateSubject != null) {
      withCertificate.put("lps-demo-mtls", certificateSubject);
    }
    if (secondSubject != null) {
      withCertificate.put(SECOND_SOFTWARE, secondSubject);
    }
    withCertificate.forEach(
        (clientId, subject) -> {
          parties.add(
              new RelyingParty(
                  clientId,
                  Method.TLS_CLIENT_AUTH,
                  null,
                  subject,
                  addresses,
                  addresses,
                  false,
                  true,
                  true));
          descriptions.add(
              new ClientDescription(
                  clientId,
                  null,
                  Method.TLS_CLIENT_AUTH.label(),
                  LOOPBACK,
                  identities.get(clientId)));
        });
    return new PresetClients(List.copyOf(parties), List.copyOf(descriptions));
  }

  private static Optional<String> secret(String clientId, List<ClientDescription> former) {
    return former.stream()
        .filter(client -> client.clientId().equals(clientId))
        .flatMap(client -> Stream.ofNullable(client.clientSecret()))
        .findFirst();
  }

  /** These and those declared since, as {@code bench.json} shows them. */
  List<ClientDescription> descriptions(List<RelyingParty> declared) {
    List<ClientDescription> all = new ArrayList<>();
    for (RelyingParty party : declared) {
      all.add(
          parties.contains(party)
              ? descriptions.get(parties.indexOf(party))
              : new ClientDescription(
                  party.clientId(),
                  party.secret(),
                  party.method().label(),
                  party.redirectUris().stream().map(RedirectAddress::declared).toList(),
                  null));
    }
    return List.copyOf(all);
  }
}
