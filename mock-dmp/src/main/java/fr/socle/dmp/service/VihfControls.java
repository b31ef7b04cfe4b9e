package fr.socle.dmp.service;

import static fr.socle.dmp.service.VihfControl.AGE;
import static fr.socle.dmp.service.VihfControl.AGE_AIR;
import static fr.socle.dmp.service.VihfControl.ASSERTION;
import static fr.socle.dmp.service.VihfControl.ATTRIBUTS;
import static fr.socle.dmp.service.VihfControl.CONDITIONS;
import static fr.socle.dmp.service.VihfControl.DECLARATION;
import static fr.socle.dmp.service.VihfControl.PATIENT;
import static fr.socle.dmp.service.VihfControl.PORTEUR;
import static fr.socle.dmp.service.VihfControl.RATTACHEMENT;
import static fr.socle.dmp.service.VihfControl.SPECIALITE;
import static fr.socle.dmp.service.VihfControl.STRUCTURE;
import static fr.socle.dmp.service.VihfControl.STRUCTURE_CONNUE;
import static fr.socle.dmp.service.VihfControl.TRANSPORT;
import static fr.socle.dmp.service.VihfControl.USAGE_UNIQUE;

import fr.socle.bench.pki.SubjectName;
import fr.socle.bench.spi.CertificateJudge;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the DMP looks at in a VIHF: dmp.md 2.4 to 2.6. Safe for use by several threads. */
public final class VihfControls {
  private static final int LONGEST = 100;
  private static final int RPPS_ID = 12;

  private final DmpSettings settings;
  private final Clock clock;
  private final SignerControls signer;
  private final PatientDirectory people;
  private final SeenAssertions seen = new SeenAssertions();

  /** The controls of one space. */
  public VihfControls(
      DmpSettings settings, Clock clock, CertificateJudge certificates, PatientDirectory people) {
    this.settings = settings;
    this.clock = clock;
    this.signer = new SignerControls(certificates);
    this.people = people;
  }

  /** Makes the assertions seen so far older. */
  public void age(Duration by) {
    seen.age(by);
  }

  /** Forgets the assertions seen. */
  public void reset() {
    seen.clear();
  }

  /**
   * Looks at a VIHF.
   *
   * @param vihf the VIHF; null when there is none that can be read
   * @param connection certificate of the connection; null when it showed none
   * @param patient patient the request is about; null when it says none itself
   * @param patientNeeded whether resource-id must be there
   */
  public Examination examine(
      @Nullable Vihf vihf,
      @Nullable X509Certificate connection,
      @Nullable PatientId patient,
      boolean patientNeeded) {
    Examination run = new Examination(settings);
    if (vihf == null) {
      run.fail(ASSERTION, DmpFault.INVALID_VIHF, "L'en-tête Security ne contient aucun VIHF.");
      return run;
    }
    String card = connection == null ? null : SubjectName.of(connection).cardType().orElse(null);
    DmpCaller caller = DmpCaller.of(vihf, card);
    // dmp.md 2.2 (A): a mode that nothing says is guessed, and a guess refuses nobody.
    boolean guessed = vihf.writtenMode().isEmpty() && card == null;
    signer.examine(vihf, caller, connection, run);
    run.noting(guessed, () -> transport(caller, connection, run));
    signer.sameCard(vihf, caller, connection, run);
    age(vihf, caller, run);
    attributes(vihf, run);
    run.noting(guessed, () -> attributesOfTheMode(vihf, caller.mode(), run));
    if (caller.mode() != AuthenticationMode.DIRECTE) {
      run.noting(guessed, () -> ofTheCertificate(vihf, caller, connection, run));
    }
    structure(caller, run);
    speciality(caller, run);
    patient(vihf, patient, patientNeeded, run);
    return run;
  }

  private static void transport(
      DmpCaller caller, @Nullable X509Certificate connection, Examination run) {
    if (connection == null) {
      run.require(false, TRANSPORT, "La connexion n'a montré aucun certificat client.");
      return;
    }
    boolean card = caller.card() != null;
    if (caller.mode() == AuthenticationMode.DIRECTE) {
      run.require(
          card,
          TRANSPORT,
          "Un VIHF direct vient par le certificat d'authentification de la carte.");
      run.require(
          !card || SubjectName.of(connection).commonName().orElse("").equals(caller.nationalId()),
          PORTEUR,
          "NameID n'est pas le porteur de la carte qui a ouvert la connexion.");
    } else {
      run.require(
          !card,
          TRANSPORT,
          "Un VIHF indirect vient par le certificat d'authentification de la structure.");
    }
  }

  private void age(Vihf vihf, DmpCaller caller, Examination run) {
    Instant issued = vihf.issued().orElse(null);
    if (issued == null) {
      run.require(false, ATTRIBUTS, "IssueInstant est absent ou illisible.");
      return;
    }
    // What is refused already is not the assertion of anybody.
    SeenAssertions.Sight sight =
        run.goesOn() ? seen.see(Objects.toString(vihf.id(), "")) : SeenAssertions.NEVER;
    Duration old = Duration.between(issued, clock.instant());
    run.require(
        old.negated().compareTo(settings.future()) <= 0,
        AGE,
        "Le VIHF est daté du futur, de "
            + old.negated().toSeconds()
            + " secondes : mettez l'horloge à l'heure.");
    old = old.plus(sight.extraAge());
    run.require(
        old.compareTo(settings.past()) <= 0,
        AGE,
        "Le VIHF a " + old.toSeconds() + " secondes : il n'est plus valable.");
    Instant now = clock.instant();
    run.require(
        Vihf.instant(vihf.notBefore())
                .map(from -> !now.plus(settings.future()).isBefore(from))
                .orElse(true)
            && Vihf.instant(vihf.notOnOrAfter()).map(now::isBefore).orElse(true),
        CONDITIONS,
        "Les bornes de Conditions ("
            + vihf.notBefore()
            + ", "
            + vihf.notOnOrAfter()
            + ") ne contiennent pas l'heure présente : mettez l'horloge à l'heure, ou refaites le"
            + " VIHF.");
    if (caller.mode() == AuthenticationMode.INDIRECTE_RENFORCEE) {
      run.require(
          old.compareTo(settings.airLife().plus(settings.future())) <= 0,
          AGE_AIR,
          "En AIR un VIHF vaut " + settings.airLife().toSeconds() + " secondes.");
      run.require(!sight.before(), USAGE_UNIQUE, "En AIR un VIHF ne sert qu'une fois.");
    }
  }

  private static void attributes(Vihf vihf, Examination run) {
    present(vihf, VihfAttribute.MANDATORY, run);
    String mode = vihf.text(VihfAttribute.MODE).orElse("");
    // dmp.md 2.2: absent, it is guessed (A); written, it is one of three.
    run.require(
        mode.isBlank() || vihf.writtenMode().isPresent(),
        ATTRIBUTS,
        "Authentification_Mode (« "
            + mode
            + " ») n'est aucun de DIRECTE, INDIRECTE, INDIRECTE_RENFORCEE.");
    run.require(
        vihf.nameId() != null && !vihf.nameId().isBlank(), ATTRIBUTS, "NameID est absent ou vide.");
    for (String identifier :
        List.of(
            Objects.toString(vihf.nameId(), ""), vihf.text(VihfAttribute.STRUCTURE).orElse(""))) {
      run.require(
          identifier.length() <= LONGEST,
          ATTRIBUTS,
          "Un identifiant du VIHF a " + identifier.length() + " caractères : 100 au plus.");
    }
    run.require(
        vihf.purpose().isPresent(),
        ATTRIBUTS,
        "purposeofuse n'est aucun de normal, bris_de_glace, centre_15.");
    run.require(
        vihf.text(VihfAttribute.RESOURCE_URN).orElse("").equals("urn:dmp"),
        ATTRIBUTS,
        "Ressource_URN n'est pas urn:dmp.");
  }

  private static void attributesOfTheMode(Vihf vihf, AuthenticationMode mode, Examination run) {
    present(vihf, VihfAttribute.mandatoryIn(mode), run);
    String declaration = vihf.declaration();
    run.require(
        mode != AuthenticationMode.INDIRECTE_RENFORCEE
            || (declaration != null && !declaration.isBlank()),
        DECLARATION,
        "AuthnContextDecl est absent ou vide : en AIR il dit comment l'utilisateur s'est"
            + " authentifié.");
  }

  private static void present(Vihf vihf, Set<VihfAttribute> mandatory, Examination run) {
    List<String> missing =
        mandatory.stream().filter(vihf::lacks).map(VihfAttribute::wireName).toList();
    run.require(
        missing.isEmpty(), ATTRIBUTS, "Attributs absents du VIHF : " + String.join(", ", missing));
  }

  private static void ofTheCertificate(
      Vihf vihf, DmpCaller caller, @Nullable X509Certificate connection, Examination run) {
    Vihf.Signature signature = vihf.signature();
    X509Certificate seal = signature == null ? null : signature.certificate();
    structureOf(connection, "de la connexion", caller, run);
    if (seal != null) {
      structureOf(seal, "qui signe le VIHF", caller, run);
    }
  }

  private static void structureOf(
      @Nullable X509Certificate certificate, String which, DmpCaller caller, Examination run) {
    run.require(
        isOf(certificate, caller.structure()),
        STRUCTURE,
        "Erreur d'authentification de la personne morale : Identifiant_Structure ("
            + caller.structure()
            + ") n'est pas la structure du certificat "
            + which
            + " (OU : "
            + (certificate == null
                ? "aucun certificat"
                : String.join(", ", SubjectName.of(certificate).values("OU")))
            + ").");
  }

  private void structure(DmpCaller caller, Examination run) {
    run.require(
        !settings.unknownStructures().contains(caller.structure()),
        STRUCTURE_CONNUE,
        FaultTexts.unknownStructure(caller.structure()));
    List<String> known = people.structuresOf(caller.nationalId());
    run.require(
        known.isEmpty() || known.contains(caller.structure()) || isOwnPractice(caller),
        RATTACHEMENT,
        FaultTexts.notOfTheStructure(caller.nationalId(), caller.structure()));
  }

  /** dmp.md 3.3 (S:MSG): 4, the RPPS, a rank: a practice location of that professional. */
  private static boolean isOwnPractice(DmpCaller caller) {
    String id = caller.nationalId();
    return id.length() == RPPS_ID
        && id.startsWith("8")
        && caller.structure().startsWith("4" + id.substring(1))
        && caller.structure().length() > RPPS_ID;
  }

  private static boolean isOf(@Nullable X509Certificate certificate, String structure) {
    return certificate != null && SubjectName.of(certificate).values("OU").contains(structure);
  }

  private static void speciality(DmpCaller caller, Examination run) {
    Set<String> professions = Set.of("10", "21");
    run.require(
        !professions.contains(caller.profession()) || caller.speciality() != null,
        SPECIALITE,
        caller.profession().equals("10")
            ? "Un médecin doit avoir une spécialité dans le VIHF."
            : "Un pharmacien doit avoir une section dans le VIHF.");
  }

  private static void patient(
      Vihf vihf, @Nullable PatientId asked, boolean needed, Examination run) {
    String written = vihf.text(VihfAttribute.RESOURCE_ID).orElse("");
    if (needed || !written.isBlank()) {
      run.require(
          !needed || vihf.patient().isPresent(),
          PATIENT,
          "resource-id du VIHF ne désigne aucun patient : « " + written + " ».");
    }
    if (asked != null && vihf.patient().isPresent()) {
      run.require(
          vihf.patient().get().equals(asked),
          PATIENT,
          "Le patient du VIHF ("
              + vihf.patient().get().composite()
              + ") n'est pas celui de la requête ("
              + asked.composite()
              + ").");
    }
  }
}
