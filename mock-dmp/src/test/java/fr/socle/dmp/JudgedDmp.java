package fr.socle.dmp;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckBook;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.spi.CertificateJudge;
import fr.socle.bench.spi.Settings;
import fr.socle.bench.store.Store;
import fr.socle.dmp.protocol.DmpContract;
import fr.socle.dmp.protocol.DmpEndpoint;
import fr.socle.dmp.protocol.DmpOperation;
import fr.socle.dmp.protocol.DmpOperations;
import fr.socle.dmp.protocol.VihfReader;
import fr.socle.dmp.registry.protocol.DocumentOperations;
import fr.socle.dmp.registry.protocol.MtomEnvelopes;
import fr.socle.dmp.registry.service.Registry;
import fr.socle.dmp.registry.service.RegistrySettings;
import fr.socle.dmp.registry.service.RegistryStore;
import fr.socle.dmp.service.Autorisation;
import fr.socle.dmp.service.DmpService;
import fr.socle.dmp.service.DmpSettings;
import fr.socle.dmp.service.DossierStore;
import fr.socle.dmp.service.KnownPatient;
import fr.socle.dmp.service.KnownProfessional;
import fr.socle.dmp.service.PatientDirectory;
import fr.socle.dmp.service.PatientId;
import fr.socle.dmp.service.RightsMatrix;
import fr.socle.dmp.service.TestedRecords;
import fr.socle.dmp.service.VihfControls;
import fr.socle.dmp.web.WebAccess;
import fr.socle.documents.codes.ValueSets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The DMP with its checks, without a listener in front; it knows ALMA TESTEUR. */
public final class JudgedDmp implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-06-15T09:30:00Z");

  /** Somebody who works in {@link #ELSEWHERE}, and nowhere else. */
  public static final String EMPLOYED = "899990000046";

  /** A hospital of the space. */
  public static final String ELSEWHERE = "1990000001";

  private static final CheckBook BOOK = new DmpMock().checks();

  private final Store store = Store.inMemory();
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final DmpService service;
  private final VihfControls controls;
  private final DmpEndpoint endpoint;
  private final WebAccess site;
  private final OnePatient people = new OnePatient();

  public JudgedDmp(Map<String, String> settings) {
    this(settings, CertificateJudge.trusting());
  }

  public JudgedDmp(Map<String, String> settings, CertificateJudge judge) {
    DossierStore.migrate(store);
    DmpSettings read = DmpSettings.read(new Settings(settings));
    RightsMatrix matrix = RightsMatrix.standard();
    this.service =
        new DmpService(
            people,
            new DossierStore(store, "e1", read.unsaid(), read.attached()),
            read,
            matrix,
            clock);
    this.controls = new VihfControls(read, clock, judge, people);
    List<DmpOperation> operations = new ArrayList<>(DmpOperations.of(service, matrix, clock));
    Registry registry =
        new Registry(
            service,
            new RegistryStore(store, "e1"),
            RegistrySettings.read(new Settings(settings)),
            DmpContract.REPOSITORY_ID,
            clock);
    operations.addAll(DocumentOperations.of(registry));
    this.site = new WebAccess(service, registry.desk(ValueSets.load()));
    this.endpoint =
        new DmpEndpoint(
            operations,
            new MtomEnvelopes(),
            new VihfReader(read.sha1()),
            controls,
            new TestedRecords(store, "e1"),
            read);
  }

  /** All that is demanded of calls to the DMP. */
  public static CheckBook book() {
    return BOOK;
  }

  /** Those who are told to have the traits of ALMA TESTEUR, herself first. */
  public void alike(List<KnownPatient> others) {
    people.alike.clear();
    people.alike.add(OnePatient.ALMA);
    people.alike.addAll(others);
  }

  /** Tells who a professional is: on the web site there is only his card. */
  public void knows(KnownProfessional one) {
    people.professionals.put(one.nationalId(), one);
  }

  /** A page of the web site, asked for with a certificate. */
  public Served visit(String page, X509Certificate tls) {
    return site.serve(
        new IncomingRequest(
            "dmp",
            "GET",
            WebAccess.PATH + page,
            Headers.none(),
            new byte[0],
            new TlsFacts("TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", List.of(tls)),
            NOW),
        RequestFaults.none());
  }

  public Store store() {
    return store;
  }

  /** Lets a holder see the documents of the patient. */
  public void authorize(String holder, boolean treating) {
    service
        .dossiers()
        .write(
            new Autorisation(
                Messages.INS,
                holder,
                "",
                "",
                "",
                "",
                "",
                Autorisation.State.VALIDE,
                treating,
                NOW,
                NOW));
  }

  public DmpService service() {
    return service;
  }

  public VihfControls controls() {
    return controls;
  }

  public DmpEndpoint endpoint() {
    return endpoint;
  }

  public Served serve(IncomingRequest request) {
    return endpoint.serve(request, RequestFaults.none());
  }

  public Served serve(IncomingRequest request, RequestFaults faults) {
    return endpoint.serve(request, faults);
  }

  /** What the checks of its transaction find in an exchange. */
  public List<Found> findings(IncomingRequest request) {
    Served served = serve(request);
    CheckBook.Page<?> page = BOOK.pages().get(String.valueOf(served.transaction()));
    return page == null ? List.of() : findings(page, request, served);
  }

  private static <M> List<Found> findings(
      CheckBook.Page<M> page, IncomingRequest request, Served served) {
    M message = page.message().cast(served.message());
    List<Found> found = new ArrayList<>();
    for (Check<M> check : page.checks()) {
      check.judge(
          new CheckedExchange<>(message, request, served.answer()),
          (location, expected, actual, mend) ->
              found.add(new Found(check.rule().id(), location, expected, actual, mend)));
    }
    return found;
  }

  @Override
  public void close() {
    store.close();
  }

  /** One finding. */
  public record Found(String rule, String location, String expected, String found, String mend) {}

  private static final class OnePatient implements PatientDirectory {
    private static final KnownPatient ALMA =
        new KnownPatient(
            new PatientId(Messages.INS, Messages.OID),
            List.of(),
            "TESTEUR",
            "",
            List.of("ALMA"),
            "F",
            "19750301",
            "75056");

    private final List<KnownPatient> alike = new ArrayList<>(List.of(ALMA));
    private final Map<String, KnownProfessional> professionals = new HashMap<>();

    @Override
    public Optional<KnownPatient> byIns(PatientId id) {
      return Optional.of(ALMA).filter(each -> each.id().equals(id));
    }

    @Override
    public Optional<KnownPatient> byNumber(String fifteen) {
      return Optional.of(ALMA).filter(each -> each.id().number().equals(fifteen));
    }

    @Override
    public List<KnownPatient> byTraits(String birthName, String sex, String birthDate, int most) {
      return birthName.equals("TESTEUR") && sex.equals("F") && birthDate.equals("19750301")
          ? alike.stream().limit(most).toList()
          : List.of();
    }

    @Override
    public Optional<KnownProfessional> professional(String nationalId) {
      return Optional.ofNullable(professionals.get(nationalId));
    }

    @Override
    public List<String> structuresOf(String nationalId) {
      return nationalId.equals(EMPLOYED) ? List.of(ELSEWHERE) : List.of();
    }
  }
}
