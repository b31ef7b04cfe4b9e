package fr.socle.dmp;

import fr.socle.bench.check.CheckBook;
import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.pki.SubjectName;
import fr.socle.bench.spi.ListenerSpec;
import fr.socle.bench.spi.ListenerSpec.Tls;
import fr.socle.bench.spi.MockService;
import fr.socle.bench.spi.ServiceContext;
import fr.socle.bench.spi.ServiceInstance;
import fr.socle.bench.store.Store;
import fr.socle.dmp.check.DmpChecks;
import fr.socle.dmp.protocol.ArmedRefusal;
import fr.socle.dmp.protocol.DmpContract;
import fr.socle.dmp.protocol.DmpEndpoint;
import fr.socle.dmp.protocol.DmpOperation;
import fr.socle.dmp.protocol.DmpOperations;
import fr.socle.dmp.protocol.VihfReader;
import fr.socle.dmp.registry.check.DocumentChecks;
import fr.socle.dmp.registry.protocol.DocumentOperations;
import fr.socle.dmp.registry.protocol.MtomEnvelopes;
import fr.socle.dmp.registry.service.Registry;
import fr.socle.dmp.registry.service.RegistrySettings;
import fr.socle.dmp.registry.service.RegistryStore;
import fr.socle.dmp.service.DmpService;
import fr.socle.dmp.service.DmpServiceFault;
import fr.socle.dmp.service.DmpSettings;
import fr.socle.dmp.service.DossierStore;
import fr.socle.dmp.service.PatientDirectory;
import fr.socle.dmp.service.Presets;
import fr.socle.dmp.service.RightsMatrix;
import fr.socle.dmp.service.TestedRecords;
import fr.socle.dmp.service.VihfControls;
import fr.socle.dmp.web.Doors;
import fr.socle.dmp.web.WebAccess;
import fr.socle.documents.codes.ValueSets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The DMP: existence of a record, authorisations, administrative data, documents.
 *
 * <p>Settings of a space are those of {@link DmpSettings}.
 */
public final class DmpMock implements MockService {
  static final String LISTENER = "dmp";
  static final String WEB = "dmp.web";
  private static final String NAME = "dmp";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ListenerSpec> listeners() {
    return List.of(
        new ListenerSpec(LISTENER, NAME, 5, Tls.CLIENT_REQUIRED).limitedBy(DmpContract.SIZE));
  }

  @Override
  public List<FaultKind> faults() {
    return Arrays.stream(DmpServiceFault.values())
        .map(each -> new FaultKind(NAME, each.label(), each.description(), each.parameters()))
        .toList();
  }

  @Override
  public void requireTakes(String fault, Map<String, String> parameters) {
    if (fault.equals(DmpServiceFault.REFUSAL.label())) {
      ArmedRefusal.requireKnown(parameters);
    }
  }

  @Override
  public List<String> faultKeys() {
    return List.of("nationalId");
  }

  @Override
  public CheckBook checks() {
    return DmpChecks.book(DocumentChecks.byTransaction(), DocumentChecks.sequences());
  }

  @Override
  public void prepare(Store store) {
    DossierStore.migrate(store);
  }

  // dmp.md 2.6: who works where is not told by a certificate. The organisation of bench.json is
  // that
  // of the software that is tried, so those who use it work there (A).
  private static Set<String> employers(ServiceContext context) {
    return context.settings().choice("dmp.rattachement-banc", "oui", "non").equals("oui")
        ? context.clientCertificates().values().stream()
            .flatMap(each -> SubjectName.of(each).values("OU").stream())
            .collect(Collectors.toSet())
        : Set.of();
  }

  @Override
  public ServiceInstance open(ServiceContext context) {
    DmpSettings settings = DmpSettings.read(context.settings());
    PatientDirectory people = new WorldPatients(context.world(), employers(context));
    RightsMatrix matrix = RightsMatrix.standard();
    DmpService service =
        new DmpService(
            people,
            new DossierStore(
                context.store().get(), context.spaceId(), settings.unsaid(), settings.attached()),
            settings,
            matrix,
            context.clock());
    VihfControls controls =
        new VihfControls(settings, context.clock(), context.certificates(), people);
    TestedRecords tested = new TestedRecords(context.store().get(), context.spaceId());
    List<DmpOperation> operations =
        new ArrayList<>(DmpOperations.of(service, matrix, context.clock()));
    Registry registry =
        new Registry(
            service,
            new RegistryStore(context.store().get(), context.spaceId()),
            RegistrySettings.read(context.settings()),
            DmpContract.REPOSITORY_ID,
            context.clock());
    operations.addAll(DocumentOperations.of(registry));
    ValueSets codes = ValueSets.load();
    DocumentDesk documents =
        new DocumentDesk(service, registry.desk(codes), codes, context.clock());
    return new DmpInstance(
        service,
        registry,
        controls,
        tested,
        new Doors(
            new DmpEndpoint(
                operations,
                new MtomEnvelopes(),
                new VihfReader(settings.sha1()),
                controls,
                tested,
                settings),
            new WebAccess(service, registry.desk(codes))),
        Stream.concat(
                new DmpDesk(service, Presets.standard(), codes, documents, context.clock())
                    .operations().stream(),
                documents.operations().stream())
            .toList(),
        context.addresses().getOrDefault(LISTENER, ""));
  }
}
