package fr.socle.app;

import fr.socle.bench.BenchOptions;
import fr.socle.bench.Furnishing;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.operations.BenchOperations;
import fr.socle.bench.spi.ControlOperation;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The operator of the secure mail as a relying party of the Pro Santé Connect of the same space,
 * which it asks what tokens are worth. Registered again whenever the space is furnished: the secret
 * is of this process.
 *
 * @param secret its secret
 * @param then what else the space is given
 */
record MailOperator(String secret, Furnishing then) implements Furnishing {
  static final String CLIENT = "operateur-mss";
  private static final String SETTING = "mss.introspection-";

  /**
   * The same options, the operator registered where both services run and nobody said otherwise.
   */
  static BenchOptions in(BenchOptions options) {
    boolean both =
        List.of("psc", "mss").stream()
            .allMatch(name -> options.services().stream().anyMatch(one -> one.name().equals(name)));
    if (!both || options.settings().containsKey(SETTING + "url")) {
      return options;
    }
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Map<String, String> settings = new TreeMap<>(options.settings());
    settings.put(
        SETTING + "url",
        "{psc.backchannel}/auth/realms/esante-wallet/protocol/openid-connect/token/introspect");
    settings.put(SETTING + "client", CLIENT);
    settings.put(SETTING + "secret", secret);
    return new BenchOptions(
        options.services(),
        options.host(),
        options.publicHost(),
        options.portBase(),
        options.realNames(),
        options.dataDir(),
        options.jdbcUrl(),
        options.pkiDirectory(),
        options.clientAuthorities(),
        options.seed(),
        settings,
        options.limits(),
        options.quiet(),
        options.clock(),
        new MailOperator(secret, options.furnishing()));
  }

  @Override
  public void furnish(BenchOperations bench, String spaceId) {
    for (ControlOperation<?, ?> each : bench.serviceOperations(spaceId, "psc")) {
      if (each.name().equals("clients") && each.input() == ClientRequest.class) {
        register(each);
      }
    }
    then.furnish(bench, spaceId);
  }

  private <I, O> void register(ControlOperation<I, O> operation) {
    O unused =
        operation
            .run()
            .apply(
                operation
                    .input()
                    .cast(
                        new ClientRequest(
                            CLIENT,
                            secret,
                            "client_secret_basic",
                            null,
                            List.of("https://operateur.mssante.invalid/retour"),
                            null,
                            null)));
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "MailOperator[" + then + "]";
  }
}
