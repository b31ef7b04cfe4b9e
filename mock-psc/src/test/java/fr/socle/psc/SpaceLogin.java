package fr.socle.psc;

import fr.socle.bench.Bench;
import fr.socle.bench.client.api.NextLogin;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.spi.ControlOperation;

/** Logs somebody in at the Pro Santé Connect of a space, for tests of what comes after. */
public final class SpaceLogin {
  private SpaceLogin() {}

  /** An access token just issued to {@code lps-demo}. */
  @SuppressWarnings("unchecked")
  public static String accessToken(Bench bench, SpaceDescriptor space, String nationalId)
      throws Exception {
    Object unused =
        bench.serviceOperations(space.id(), "psc").stream()
            .filter(operation -> operation.name().equals("next-login"))
            .map(operation -> (ControlOperation<Object, Object>) operation)
            .findFirst()
            .orElseThrow()
            .run()
            .apply(new NextLogin(nationalId, "accepter"));
    return NimbusRelyingParty.withSecret(space).login().getAccessToken().getValue();
  }
}
