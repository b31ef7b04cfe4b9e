package fr.socle.psc;

import fr.socle.bench.check.CheckBook;
import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.spi.ListenerSpec;
import fr.socle.bench.spi.ListenerSpec.Tls;
import fr.socle.bench.spi.MockService;
import fr.socle.bench.spi.ServiceContext;
import fr.socle.bench.spi.ServiceInstance;
import fr.socle.psc.check.PscChecks;
import fr.socle.psc.service.PscFault;
import fr.socle.psc.service.SigningKeys;
import java.util.Arrays;
import java.util.List;

/**
 * Pro Santé Connect, the national login service for health professionals.
 *
 * <p>Settings of a space are those of {@link fr.socle.psc.service.PscSettings}.
 */
public final class PscMock implements MockService {
  static final String BACK_CHANNEL = "psc.backchannel";
  static final String WALLET = "psc.wallet";

  @Override
  public String name() {
    return "psc";
  }

  @Override
  public List<ListenerSpec> listeners() {
    return List.of(
        new ListenerSpec(BACK_CHANNEL, "psc", 1, Tls.CLIENT_ASKED),
        new ListenerSpec(WALLET, "psc", 2, Tls.SERVER_ONLY));
  }

  @Override
  public List<FaultKind> faults() {
    return Arrays.stream(PscFault.values())
        .map(fault -> new FaultKind("psc", fault.label(), fault.description(), fault.parameters()))
        .toList();
  }

  @Override
  public CheckBook checks() {
    return PscChecks.book();
  }

  @Override
  public ServiceInstance open(ServiceContext context) {
    return new PscInstance(context, SigningKeys::newPair);
  }
}
