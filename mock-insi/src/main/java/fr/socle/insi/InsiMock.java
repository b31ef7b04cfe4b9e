package fr.socle.insi;

import fr.socle.bench.check.CheckBook;
import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.introspection.IntrospectionSettings;
import fr.socle.bench.introspection.RemoteIntrospection;
import fr.socle.bench.introspection.TokenIntrospection;
import fr.socle.bench.pki.ServerIdentity;
import fr.socle.bench.spi.ListenerSpec;
import fr.socle.bench.spi.ListenerSpec.Tls;
import fr.socle.bench.spi.MockService;
import fr.socle.bench.spi.ServiceContext;
import fr.socle.bench.spi.ServiceInstance;
import fr.socle.insi.check.InsiChecks;
import fr.socle.insi.service.CredentialControls;
import fr.socle.insi.service.FaultTable;
import fr.socle.insi.service.InsiService;
import fr.socle.insi.service.InsiSettings;
import fr.socle.insi.service.ServiceFault;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * INSi: search of an identity by a Vitale card (WS_INS1) or by its traits (WS_INS2), proven by the
 * certificate of an organisation or by the assertion of a professional.
 *
 * <p>Settings of a space are those of {@link InsiSettings}.
 */
public final class InsiMock implements MockService {
  static final String CERTIFICATE = "insi.certificate";
  // Not named after a mode: cards and Pro Santé Connect share it.
  static final String ASSERTION = "insi.assertion";
  static final String CLEAR = "insi.clear";
  private static final String NAME = "insi";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ListenerSpec> listeners() {
    return List.of(
        // insi.md 2.2 (S:3): one client looks at the common name of the server's certificate.
        new ListenerSpec(CERTIFICATE, NAME, 3, Tls.CLIENT_REQUIRED, ServerIdentity.INSI),
        new ListenerSpec(ASSERTION, NAME, 4, Tls.SERVER_ONLY, ServerIdentity.INSI),
        new ListenerSpec(CLEAR, NAME, 11, Tls.CLEAR));
  }

  @Override
  public List<FaultKind> faults() {
    return Arrays.stream(ServiceFault.values())
        .map(each -> new FaultKind(NAME, each.label(), each.description(), each.parameters()))
        .toList();
  }

  @Override
  public CheckBook checks() {
    return InsiChecks.book();
  }

  @Override
  public ServiceInstance open(ServiceContext context) {
    InsiSettings settings = InsiSettings.read(context.settings()::get);
    InsiService service =
        new InsiService(
            new WorldPersons(context.world()),
            settings,
            FaultTable.standard(),
            new CredentialControls(
                settings.access(),
                context.clock(),
                context.certificates(),
                introspection(settings.access().introspection(), context)));
    Map<String, String> addresses = new LinkedHashMap<>();
    for (ListenerSpec listener : listeners()) {
      String address = context.addresses().get(listener.name());
      if (address != null) {
        addresses.put(listener.name(), address);
      }
    }
    return new InsiInstance(service, new PrintDesk(context.world()), addresses);
  }

  private static @Nullable TokenIntrospection introspection(
      @Nullable IntrospectionSettings there, ServiceContext context) {
    return there == null
        ? null
        : RemoteIntrospection.at(there, context.addresses(), context.outgoing());
  }
}
