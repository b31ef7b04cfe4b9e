package fr.socle.lps.actions;

import fr.socle.lps.cartes.CardReader;
import fr.socle.lps.cartes.ProfessionalCard;
import fr.socle.lps.dmp.client.DmpClient;
import fr.socle.lps.dmp.soap.DmpDoor;
import fr.socle.lps.dmp.vihf.Mode;
import fr.socle.lps.dmp.vihf.Professional;
import fr.socle.lps.dmp.vihf.Seal;
import fr.socle.lps.dmp.vihf.Structure;
import fr.socle.lps.dmp.vihf.VihfMaker;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.psc.ProfessionalProfile;
import fr.socle.lps.reseau.Tls;
import fr.socle.lps.reseau.Wire;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** The ways to the DMP: by card, by the certificates of the organisation, after a login. */
final class DmpCaller {

  private static final Map<String, String> KEYWORDS =
      Map.of("2.5.4.12", "T", "2.5.4.4", "SN", "2.5.4.42", "GN");
  private static final Map<String, String> PROFESSIONS =
      Map.of(
          "Médecin",
          "10",
          "Pharmacien",
          "21",
          "Chirurgien-Dentiste",
          "40",
          "Sage-Femme",
          "50",
          "Infirmier",
          "60");
  private static final String NAMELESS =
      "Le Proxy e-Santé ne dit pas votre nom : faites créer votre compte dans ce logiciel, puis"
          + " reconnectez-vous.";
  private static final String PHYSICIAN = "10";
  private static final String GENERALIST = "SM26";

  private final Services services;
  private final CardReader reader;
  private final SessionActions sessions;
  private final Clock clock;
  private final Defects defects;
  private final Map<String, String> assertions = new ConcurrentHashMap<>(); // kept by a mutant
  private volatile @Nullable Professional lastHolder;

  DmpCaller(
      Services services, CardReader reader, SessionActions sessions, Clock clock, Defects defects) {
    this.services = services;
    this.reader = reader;
    this.sessions = sessions;
    this.clock = clock;
    this.defects = defects;
  }

  /** The user lacks what he wants to prove himself with; the message is French, for him. */
  static final class Lacking extends Exception {

    private static final long serialVersionUID = 1L;

    Lacking(String message) {
      super(message);
    }
  }

  void forgetAll() {
    assertions.clear();
    lastHolder = null;
  }

  /** How the user consults: his card if it is there, else his login, else his organisation. */
  Mode toConsult() {
    if (reader.professional().isPresent()) {
      return Mode.DIRECTE;
    }
    return profile().isPresent() || sessions.behindProxy()
        ? Mode.INDIRECTE_RENFORCEE
        : Mode.INDIRECTE;
  }

  /** How the user sends documents: his card if it is there, else his organisation. */
  Mode toFeed() {
    return reader.professional().isPresent() ? Mode.DIRECTE : Mode.INDIRECTE;
  }

  /** A client in a mode. */
  DmpClient in(Mode mode) throws Lacking, Services.NotReady {
    return switch (mode) {
      case DIRECTE -> byCard();
      case INDIRECTE, INDIRECTE_RENFORCEE -> byOrganisation(mode);
    };
  }

  /**
   * Who acts in a mode: with a card, its holder, who still writes while it is out of the reader
   * (DMP/ALI/PROG.06).
   */
  Professional who(Mode mode) throws Lacking, Services.NotReady {
    if (mode == Mode.DIRECTE) {
      Professional known = lastHolder;
      return reader.professional().isEmpty() && known != null ? known : seen(present());
    }
    Services.Organisation organisation = services.organisation();
    return somebodyOf(organisation(organisation.seal().certificate()), mode);
  }

  /** The browser of the user, who shows his card to the web site (dmp.md 1.7). */
  Wire browser() throws Lacking, Services.NotReady {
    ProfessionalCard card = present();
    try {
      return services.browser(Tls.ClientKey.of(card.certificate(), card.key()));
    } catch (IOException e) {
      throw new Lacking("Votre carte ne peut pas être lue : " + e.getMessage() + ".");
    }
  }

  private Professional seen(ProfessionalCard card) throws Lacking {
    Professional holder = holder(card);
    lastHolder = holder;
    return holder;
  }

  private ProfessionalCard present() throws Lacking {
    return reader
        .professional()
        .orElseThrow(
            () -> new Lacking("Mettez votre carte de professionnel dans le lecteur pour le DMP."));
  }

  private DmpClient byCard() throws Lacking, Services.NotReady {
    ProfessionalCard card = present();
    ProfessionalCard.Signature signature = card.signature();
    DmpDoor door = services.dmp(Tls.ClientKey.of(card.certificate(), card.key()));
    X509Certificate issuer = signature == null ? card.certificate() : signature.certificate();
    Seal seal = signature == null ? null : new Seal(signature.certificate(), signature.key());
    return client(
        door,
        new VihfMaker(
            Mode.DIRECTE,
            holder(card),
            issuer,
            seal,
            services.dmpSoftware(),
            clock,
            assertions,
            defects));
  }

  private DmpClient byOrganisation(Mode mode) throws Lacking, Services.NotReady {
    Services.Organisation organisation = services.organisation();
    X509Certificate certificate = organisation.seal().certificate();
    return client(
        services.dmpOfOrganisation(organisation.connection()),
        new VihfMaker(
            mode,
            somebodyOf(organisation(certificate), mode),
            certificate,
            new Seal(certificate, organisation.seal().privateKey()),
            services.dmpSoftware(),
            clock,
            assertions,
            defects));
  }

  private DmpClient client(DmpDoor door, VihfMaker maker) {
    return new DmpClient(door, maker, services.installation(), clock, defects);
  }

  private Optional<ProfessionalProfile> profile() {
    return sessions.profile();
  }

  private Professional somebodyOf(Structure structure, Mode mode) throws Lacking {
    Optional<ProfessionalProfile> logged = profile();
    if (logged.isPresent()) {
      ProfessionalProfile profile = logged.get();
      String profession = profile.profession().isEmpty() ? PHYSICIAN : profile.profession();
      return new Professional(
          profile.nationalId(),
          profile.familyName(),
          profile.givenName(),
          profession,
          speciality(profession, profile.speciality()),
          structure);
    }
    if (mode == Mode.INDIRECTE_RENFORCEE) {
      throw new Lacking(sessions.behindProxy() ? NAMELESS : Seat.NOBODY);
    }
    Optional<ProfessionalCard> card = reader.professional();
    return card.isPresent()
        ? holder(card.get()).at(structure)
        : new Professional(
            "3" + structure.id().substring(1) + "/1",
            "TITULAIRE",
            "CLAUDE",
            PHYSICIAN,
            GENERALIST,
            structure);
  }

  private static String speciality(String profession, String told) {
    return told.startsWith("SM") || !profession.equals(PHYSICIAN) ? told : GENERALIST;
  }

  private static Professional holder(ProfessionalCard card) throws Lacking {
    Map<String, String> subject = subject(card.certificate());
    String id = subject.getOrDefault("CN", "");
    if (id.isEmpty()) {
      throw new Lacking("Votre carte ne dit pas à qui elle est.");
    }
    String profession = PROFESSIONS.getOrDefault(subject.getOrDefault("T", ""), PHYSICIAN);
    String family = subject.getOrDefault("SN", id);
    return new Professional(
        id,
        family,
        subject.getOrDefault("GN", ""),
        profession,
        profession.equals(PHYSICIAN) ? GENERALIST : "",
        Structure.practiceOf(id, family));
  }

  private Structure organisation(X509Certificate certificate) {
    Map<String, String> subject = subject(certificate);
    String id = subject.getOrDefault("OU", "");
    return Structure.organisation(
        defects.has(Mutant.DMP_STRUCTURE_AUTRE) ? id + "9" : id,
        subject.getOrDefault("O", "STRUCTURE"));
  }

  private static Map<String, String> subject(X509Certificate certificate) {
    Map<String, String> parts = new HashMap<>();
    String name = certificate.getSubjectX500Principal().getName(X500Principal.RFC1779, KEYWORDS);
    try {
      for (Rdn rdn : new LdapName(name).getRdns()) {
        parts.put(rdn.getType(), rdn.getValue().toString());
      }
    } catch (InvalidNameException e) {
      throw new IllegalStateException(e);
    }
    return parts;
  }
}
