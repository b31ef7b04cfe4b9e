package fr.socle.dmp.web;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.Concerned;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.bench.pki.SubjectName;
import fr.socle.dmp.registry.service.KeptDocument;
import fr.socle.dmp.registry.service.RefusedException;
import fr.socle.dmp.registry.service.RegistryDesk;
import fr.socle.dmp.service.Act;
import fr.socle.dmp.service.Autorisation.State;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.DmpService;
import fr.socle.dmp.service.DmpServiceFault;
import fr.socle.dmp.service.Dossier;
import fr.socle.dmp.service.KnownPatient;
import fr.socle.dmp.service.KnownProfessional;
import fr.socle.dmp.service.PatientDmp;
import fr.socle.dmp.web.WebVisit.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The web site, at {@code /AccesDirect/{page}[/INS]}: who comes by card opens the page of a
 * patient, and confirms first that the patient agrees when nothing says so (dmp.md 1.7, S:527).
 */
public final class WebAccess implements HttpEndpoint {
  /** Where the site is. */
  public static final String PATH = "/AccesDirect/";

  /** Transaction of every visit. */
  public static final String TD0_9 = "DMP TD0.9";

  static final String CONFIRMATION = "confirmation";

  private static final String MANAGEMENT = "GestionDMPPatient";
  private static final List<String> OF_A_PATIENT =
      List.of(
          "DossierPatient",
          MANAGEMENT,
          "Documents",
          "ParcoursDeSoins",
          "HistoriqueAcces",
          "VolontesEtDroits",
          "CarnetVaccination");
  private static final String DASHBOARD = "TableauDeBord";
  private static final String SETTINGS = "Parametrages";

  private final DmpService service;
  private final RegistryDesk documents;

  /** The site over the records and the documents of a space. */
  public WebAccess(DmpService service, RegistryDesk documents) {
    this.service = service;
    this.documents = documents;
  }

  @Override
  public @Nullable String transactionOf(IncomingRequest request) {
    return TD0_9;
  }

  @Override
  public Concerned concerned(IncomingRequest request) {
    return visitor(request)
        .map(each -> new Concerned(each.nationalId(), null))
        .orElse(Concerned.NOBODY);
  }

  @Override
  public Served serve(IncomingRequest request, RequestFaults faults) {
    String[] words = request.path().substring(PATH.length()).split("/", -1);
    String page = words[0];
    String ins = words.length > 1 ? words[1] : "";
    DmpCaller visitor = visitor(request).orElse(null);
    Visit visit = new Visit(page, ins, visitor);
    boolean alone = page.equals(SETTINGS) || (page.equals(DASHBOARD) && ins.isEmpty());
    boolean ofAPatient = OF_A_PATIENT.contains(page) || page.equals(DASHBOARD);
    if (words.length > 2 || !(alone || (ofAPatient && !ins.isEmpty()))) {
      return visit.refused(
          404,
          Outcome.UNKNOWN_PAGE,
          "Cette page n'existe pas : les adresses sont "
              + PATH
              + "{page}/{INS}, la page étant l'une de "
              + DASHBOARD
              + ", "
              + SETTINGS
              + ", "
              + String.join(", ", OF_A_PATIENT)
              + ".");
    }
    if (visitor == null) {
      return visit.refused(
          403,
          Outcome.REFUSED,
          "L'accès web n'est ouvert qu'à une authentification directe : présentez le certificat"
              + " d'authentification d'une carte de la famille CPS.");
    }
    if (faults.take(DmpServiceFault.ACCESS_DENIED.label()).isPresent()) {
      return visit.denied("L'accès est refusé par le service des droits.");
    }
    return alone
        ? visit.opened(WebPage.titled("DMP : " + page).says("Bonjour " + visitor.displayName()))
        : ofThePatient(request, visit, visitor, ins);
  }

  private Served ofThePatient(IncomingRequest request, Visit visit, DmpCaller visitor, String ins) {
    KnownPatient patient = service.people().byNumber(ins).orElse(null);
    if (patient == null) {
      return visit.refused(
          404,
          Outcome.UNKNOWN_PATIENT,
          "Aucun patient n'a l'INS « " + ins + " » (quinze caractères, clé comprise).");
    }
    PatientDmp dmp = service.of(patient.id(), visitor);
    if (visit.page().equals(MANAGEMENT) && dmp.dossier().status() == Dossier.Status.ABSENT) {
      // dmp.md 1.7 (S:527): a DMP is not created there.
      return visit.denied(
          "Ce patient n'a pas de DMP, et il ne s'en crée pas ici : le patient l'ouvre dans Mon"
              + " espace santé.");
    }
    DmpRefusal notOpen = dmp.notOpen().orElse(null);
    if (notOpen != null) {
      return visit.refused(403, Outcome.NOT_OPEN, notOpen.text());
    }
    DmpRefusal closed =
        dmp.authorization() == State.INTERDIT
            ? DmpRefusal.right("Le patient a interdit l'accès de son DMP à ce professionnel.")
            : dmp.refusal(visitor, Act.WEB).orElse(null);
    if (closed != null) {
      return visit.denied(closed.text());
    }
    boolean confirmed =
        request.method().equals("POST")
            && request.form().first(CONFIRMATION).filter("oui"::equals).isPresent();
    if (confirmed && dmp.authorization() != State.VALIDE) {
      DmpRefusal refused = service.authorize(patient.id(), visitor, true, false).refusal();
      if (refused != null) {
        return visit.denied(refused.text());
      }
      dmp = service.of(patient.id(), visitor);
    }
    return dmp.authorization() == State.VALIDE
        ? visit.opened(page(visit.page(), patient, visitor))
        : visit.served(
            200,
            Outcome.TO_CONFIRM,
            WebPage.titled("DMP de " + named(patient))
                .says("Vous n'avez pas d'autorisation sur ce DMP (" + dmp.authorization() + ").")
                .asks("Le patient est d'accord : ajouter mon autorisation"),
            null);
  }

  private WebPage page(String page, KnownPatient patient, DmpCaller visitor) {
    WebPage written =
        WebPage.titled("DMP de " + named(patient))
            .says(page)
            .says("INS " + patient.id().number() + ", né(e) le " + patient.birthDate());
    if (page.equals("HistoriqueAcces")) {
      return written.lists("acces", emergencies(patient));
    }
    return page.equals("Documents") || page.equals("DossierPatient")
        ? written.lists("documents", titles(patient, visitor))
        : written;
  }

  /** Accesses in an emergency, with their reasons: dmp.md 5.2 (S:526, DEVBOX). */
  private List<String> emergencies(KnownPatient patient) {
    return service.dossiers().emergencies().of(patient.id().number()).stream()
        .map(
            each ->
                each.at()
                    + " : "
                    + each.holder()
                    + ", "
                    + each.purpose()
                    + ", "
                    + each.transaction()
                    + (each.reason().isEmpty() ? "" : " (" + each.reason() + ")"))
        .toList();
  }

  private List<String> titles(KnownPatient patient, DmpCaller visitor) {
    try {
      return documents.listed(patient.id(), visitor).documents().stream()
          .map(KeptDocument::metadata)
          .map(entry -> entry.title())
          .toList();
    } catch (RefusedException e) {
      throw new IllegalStateException("nothing is refused to who reads", e);
    }
  }

  private static String named(KnownPatient patient) {
    return patient.birthName() + " " + String.join(" ", patient.firstNames());
  }

  /** The bearer of the card of the connection, with what the space knows of him. */
  private Optional<DmpCaller> visitor(IncomingRequest request) {
    SubjectName subject = request.tls().clientCertificate().map(SubjectName::of).orElse(null);
    String card = subject == null ? null : subject.cardType().orElse(null);
    if (subject == null || card == null) {
      return Optional.empty();
    }
    String bearer = subject.commonName().orElse("");
    KnownProfessional unknown = new KnownProfessional(bearer, bearer, "", "", "", "", "", "");
    return Optional.of(
        DmpCaller.byCard(service.people().professional(bearer).orElse(unknown), card));
  }

  /** One visit being answered. */
  private record Visit(String page, String ins, @Nullable DmpCaller visitor) {
    Served opened(WebPage written) {
      return served(200, Outcome.OPENED, written, null);
    }

    /** dmp.md 2.6, 4.2 (S:527): the code of a right that is refused is seen on the web too. */
    Served denied(String why) {
      return served(
          403,
          Outcome.REFUSED,
          WebPage.titled("DMP : accès impossible").says(DmpRefusal.RIGHT).says(why),
          new Refusal(DmpRefusal.RIGHT, why));
    }

    Served refused(int status, Outcome outcome, String why) {
      return served(
          status,
          outcome,
          WebPage.titled("DMP : accès impossible").says(why),
          new Refusal(String.valueOf(status), why));
    }

    Served served(int status, Outcome outcome, WebPage written, @Nullable Refusal refusal) {
      Map<String, Object> decoded = new LinkedHashMap<>();
      decoded.put("page", page);
      if (!ins.isEmpty()) {
        decoded.put("patient", ins);
      }
      if (visitor != null) {
        decoded.put("porteur", visitor.nationalId());
      }
      decoded.put("issue", outcome.word());
      return new Served(
          written.answer(status),
          TD0_9,
          new WebVisit(page, ins, visitor, outcome),
          decoded,
          refusal);
    }
  }
}
