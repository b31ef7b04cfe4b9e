package fr.socle.psc;

import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.spi.ListenerSpec;
import fr.socle.bench.spi.ListenerSpec.Tls;
import fr.socle.psc.service.PscFault;
import java.util.Arrays;
import java.util.List;

/** Pro Santé Connect, the national login service for health professionals. */
public final class PscMock {
  static final String BACK_CHANNEL = "psc.backchannel";
  static final String WALLET = "psc.wallet";

  public String name() {
    return "psc";
  }

  public List<ListenerSpec> listeners() {
    return List.of(
        new ListenerSpec(BACK_CHANNEL, "psc", 1, Tls.CLIENT_ASKED),
        new ListenerSpec(WALLET, "psc", 2, Tls.SERVER_ONLY));
  }

  public List<FaultKind> faults() {
    return Arrays.stream(PscFault.values())
        .map(fault -> new FaultKind("psc", fault.label(), fault.description(), fault.parameters()))
        .toList();
  }
}
