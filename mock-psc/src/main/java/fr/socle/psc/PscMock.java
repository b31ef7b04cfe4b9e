package fr.socle.psc;

import fr.socle.bench.check.CheckBook;
import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.spi.ListenerSpec;
import fr.socle.bench.spi.ListenerSpec.Tls;
import fr.socle.bench.spi.MockService;
import fr.socle.bench.spi.ServiceContext;
import fr.socle.bench.spi.ServiceInstance;
import fr.socle.psc.check.PscChecks;
import fr.socle.psc.exchange.check.ApiChecks;
import fr.socle.psc.exchange.service.ApiFault;
import fr.socle.psc.proxy.check.ProxyChecks;
import fr.socle.psc.proxy.service.ProxyFault;
import fr.socle.psc.service.PscFault;
import fr.socle.psc.service.SpareKeys;
import fr.socle.psc.sharing.check.SharingChecks;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pro Santé Connect, the national login service for health professionals.
 *
 * <p>Settings of a space are those of {@link fr.socle.psc.service.PscSettings}.
 */
public final class PscMock implements MockService {
  static final String BACK_CHANNEL = "psc.backchannel";
  static final String WALLET = "psc.wallet";
  static final String PROXY = "psc.proxy";

  // What the DMP takes, the proxy and the API it calls take too: documents pass through both.
  private static final String LARGEST_OF_THE_APIS = "dmp.taille";

  private @Nullable SpareKeys spareKeys;

  @Override
  public String name() {
    return "psc";
  }

  @Override
  public List<ListenerSpec> listeners() {
    return List.of(
        new ListenerSpec(BACK_CHANNEL, "psc", 1, Tls.CLIENT_ASKED).limitedBy(LARGEST_OF_THE_APIS),
        new ListenerSpec(WALLET, "psc", 2, Tls.SERVER_ONLY),
        new ListenerSpec(PROXY, "psc", 13, Tls.CLIENT_ASKED).limitedBy(LARGEST_OF_THE_APIS));
  }

  @Override
  public List<FaultKind> faults() {
    return Stream.of(
            Arrays.stream(PscFault.values())
                .map(
                    one ->
                        new FaultKind(
                            "psc", one.label(), one.description(), one.parameters(), one.keys())),
            Arrays.stream(ApiFault.values())
                .map(one -> kind(one.label(), one.description(), one.parameters())),
            Arrays.stream(ProxyFault.values())
                .map(one -> kind(one.label(), one.description(), one.parameters())))
        .flatMap(each -> each)
        .toList();
  }

  @Override
  public List<String> faultKeys() {
    return List.of("nationalId", "clientId");
  }

  private static FaultKind kind(String name, String description, List<String> parameters) {
    return new FaultKind("psc", name, description, parameters);
  }

  @Override
  public CheckBook checks() {
    CheckBook.Builder book = CheckBook.builder();
    PscChecks.write(book);
    ApiChecks.write(book);
    ProxyChecks.write(book);
    SharingChecks.write(book);
    return book.build();
  }

  @Override
  public ServiceInstance open(ServiceContext context) {
    return new PscInstance(context, sharedKeys(context));
  }

  // No state of any space: keys that take long to make, the same for all
  private synchronized SpareKeys sharedKeys(ServiceContext context) {
    if (spareKeys == null) {
      spareKeys = new SpareKeys(context.keyPairs());
    }
    return spareKeys;
  }
}
