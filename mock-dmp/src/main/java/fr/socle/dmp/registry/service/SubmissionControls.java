package fr.socle.dmp.registry.service;

import fr.socle.dmp.registry.service.Provided.Bytes;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.PatientId;
import fr.socle.documents.metadata.MetadataRules;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.SubmissionSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a submission is refused for before anything is stored: dmp.md 1.9, 3.4, 4.2, 5.4. */
final class SubmissionControls {
  private static final int LONGEST_ID = 256;

  // Nothing is stored without them, whatever the settings.
  private static final Set<String> JUDGED_APART = Set.of("uniqueId", "patientId");

  private final RegistrySettings settings;
  private final boolean strict;

  /**
   * The controls of a space.
   *
   * @param strict whether identifiers must be written in the same letter case (dmp.md 1.1)
   */
  SubmissionControls(RegistrySettings settings, boolean strict) {
    this.settings = settings;
    this.strict = strict;
  }

  List<RegistryError> errors(Provided provided, PatientId patient, DmpCaller caller) {
    List<RegistryError> errors = new ArrayList<>();
    List<SubmissionSet> sets = provided.submission().sets();
    List<DocumentEntry> entries = provided.submission().documents();
    if (sets.size() != 1 || entries.isEmpty()) {
      errors.add(
          RegistryError.of(
              RegistryError.METADATA,
              "Un envoi a un lot et au moins un document : trouvé "
                  + sets.size()
                  + " lot(s) et "
                  + entries.size()
                  + " document(s)."));
      return errors;
    }
    if (entries.size() > settings.documents()) {
      DmpRefusal refusal =
          DmpRefusal.chosen(
              RegistryError.METADATA,
              "Un envoi a "
                  + settings.documents()
                  + " documents au plus : trouvé "
                  + entries.size()
                  + ".");
      errors.add(RegistryError.of(refusal));
      return errors;
    }
    errors.addAll(ofSet(sets.get(0), patient));
    for (DocumentEntry entry : entries) {
      errors.addAll(ofEntry(entry, patient));
      documentOf(entry, provided, errors);
      hidden(entry, errors);
      secret(entry, caller, errors);
      author(entry, caller, errors);
      named(entry, caller, errors);
    }
    alone(provided, errors);
    twice(entries, errors);
    return errors;
  }

  /** What a submission set lacks, in a feeding or in a change of metadata. */
  List<RegistryError> ofSet(SubmissionSet set, PatientId patient) {
    List<RegistryError> errors = new ArrayList<>();
    identifier("uniqueId du lot", set.id(), set.uniqueId(), errors);
    patient(set.id(), set.patientId(), patient, errors);
    errors.addAll(absent(set.id(), MetadataRules.absent(set)));
    return errors;
  }

  /** One error for each attribute of dmp.md 3.2 that must be there; whether it refuses is (A). */
  private List<RegistryError> absent(String location, List<String> attributes) {
    return attributes.stream()
        .filter(attribute -> !JUDGED_APART.contains(attribute))
        .map(attribute -> missing(location, attribute))
        .map(
            error ->
                settings.missingRefused()
                    ? error
                    : RegistryError.warning(error.code(), error.location(), error.context()))
        .toList();
  }

  /**
   * What a change of metadata, of which visibility alone is taken, does to the former version that
   * it may not: it is of the same document, of the same patient, and says who sees it (dmp.md
   * 1.12).
   */
  static List<RegistryError> ofUpdate(DocumentEntry entry, StoredEntry former, PatientId patient) {
    List<RegistryError> errors = new ArrayList<>();
    if (!entry.uniqueId().equals(List.of(former.uniqueId()))) {
      errors.add(
          RegistryError.at(
              RegistryError.UPDATE,
              entry.id(),
              entry.id() + " : uniqueId ne change pas : il était " + former.uniqueId() + "."));
    }
    // dmp.md 5.6 (S:DEVBOX, EX_3.1-1055): an INS changes, and what was found is sent back.
    if (!entry.patientId().equals(former.entry().patientId())) {
      patient(entry.id(), entry.patientId(), patient, errors);
    }
    if (entry.confidentialityCode().isEmpty() && !former.entry().confidentialityCode().isEmpty()) {
      errors.add(missing(entry.id(), "confidentialityCode"));
    }
    return errors;
  }

  /** What an entry lacks in a feeding. */
  private List<RegistryError> ofEntry(DocumentEntry entry, PatientId patient) {
    List<RegistryError> errors = new ArrayList<>();
    identifier("uniqueId", entry.id(), entry.uniqueId(), errors);
    patient(entry.id(), entry.patientId(), patient, errors);
    errors.addAll(absent(entry.id(), MetadataRules.absent(entry)));
    // It goes into the headers of every answer that carries the document.
    if (!entry.mimeType().isEmpty() && !MediaType.isOne(entry.mimeType())) {
      errors.add(
          RegistryError.at(
              RegistryError.METADATA,
              entry.id(),
              entry.id() + " : mimeType n'est pas un type de média, comme text/xml."));
    }
    return errors;
  }

  private static RegistryError missing(String location, String attribute) {
    return RegistryError.at(
        RegistryError.METADATA, location, location + " : " + attribute + " est absent.");
  }

  private static void identifier(
      String name, String location, List<String> values, List<RegistryError> errors) {
    if (values.size() != 1 || values.get(0).isBlank() || values.get(0).length() > LONGEST_ID) {
      errors.add(
          RegistryError.at(
              RegistryError.METADATA,
              location,
              location
                  + " : "
                  + name
                  + " doit figurer une fois, en "
                  + LONGEST_ID
                  + " caractères au plus."));
    }
  }

  // dmp.md 1.10 (S:DEH), extended to submissions by 4.2 (A).
  private static void patient(
      String location, List<String> values, PatientId patient, List<RegistryError> errors) {
    if (values.size() != 1) {
      errors.add(missing(location, "un patientId, et un seul,"));
    } else if (PatientId.read(values.get(0)).filter(patient::equals).isEmpty()) {
      errors.add(
          RegistryError.at(
              DmpRefusal.OTHER_PATIENT,
              location,
              location
                  + " : le patient "
                  + values.get(0)
                  + " n'est pas celui du VIHF ("
                  + patient.composite()
                  + ")."));
    }
  }

  private void documentOf(DocumentEntry entry, Provided provided, List<RegistryError> errors) {
    DocumentContent content =
        provided
            .document(entry.id(), strict)
            .flatMap(each -> Optional.ofNullable(each.content()))
            .orElse(null);
    if (content == null) {
      errors.add(
          RegistryError.at(
              RegistryError.MISSING_DOCUMENT,
              entry.id(),
              "Aucun contenu n'est joint pour " + entry.id() + "."));
      return;
    }
    agrees(entry, "hash", entry.hash(), content.sha1(), errors);
    agrees(entry, "size", entry.size(), String.valueOf(content.size()), errors);
  }

  // dmp.md 1.9 (K) and 8, 15 (A): whether the real one looks is not known.
  private void agrees(
      DocumentEntry entry,
      String attribute,
      List<String> said,
      String found,
      List<RegistryError> errors) {
    for (String value : said) {
      if (!value.equalsIgnoreCase(found)) {
        String context =
            entry.id() + " : " + attribute + " est " + value + ", le contenu a " + found + ".";
        errors.add(
            settings.wrongHashRefused()
                ? RegistryError.at(RegistryError.REPOSITORY_METADATA, entry.id(), context)
                : RegistryError.warning(RegistryError.REPOSITORY_METADATA, entry.id(), context));
      }
    }
  }

  // dmp.md 3.4 (S:DEVBOX, EX_2.1-1050); the signature entry is exempt (S:MSG).
  private void hidden(DocumentEntry entry, List<RegistryError> errors) {
    if (!settings.bothHidden()
        && !entry.isSignature()
        && StoredEntry.has(entry, StoredEntry.MASKED)
        && StoredEntry.has(entry, StoredEntry.INVISIBLE_TO_PATIENT)) {
      DmpRefusal refusal =
          DmpRefusal.chosen(
              RegistryError.METADATA,
              entry.id() + " : MASQUE_PS et INVISIBLE_PATIENT ne vont pas ensemble.");
      errors.add(RegistryError.at(refusal.code(), entry.id(), refusal.text()));
    }
  }

  // dmp.md 5.2, 5.6 bis (S:DEVBOX, EX_2.1-1050, EX_GEN-1550); that the DMP looks is (A).
  private void secret(DocumentEntry entry, DmpCaller caller, List<RegistryError> errors) {
    if (settings.secret() == RegistrySettings.Secret.MARQUE
        || !SecretConnection.isBetrayed(entry, caller)) {
      return;
    }
    DmpRefusal refusal =
        DmpRefusal.chosen(
            RegistryError.METADATA,
            entry.id() + " : en connexion secrète un document est INVISIBLE_REPRESENTANTS_LEGAUX.");
    errors.add(
        settings.secret() == RegistrySettings.Secret.REFUSE
            ? RegistryError.at(refusal.code(), entry.id(), refusal.text())
            : RegistryError.warning(refusal.code(), entry.id(), refusal.text()));
  }

  private void author(DocumentEntry entry, DmpCaller caller, List<RegistryError> errors) {
    if (settings.authorRule() && !Ownership.maySubmit(entry, caller)) {
      DmpRefusal refusal =
          DmpRefusal.ofUnknownCode(
              entry.id() + " : l'appelant du VIHF n'est pas un auteur de ce document.");
      errors.add(RegistryError.at(refusal.code(), entry.id(), refusal.text()));
    }
  }

  // dmp.md 1.8 (S:617, RG_2230): the flow of an employee is rejected when they are empty.
  private static void named(DocumentEntry entry, DmpCaller caller, List<RegistryError> errors) {
    boolean employee = caller.kind() == DmpCaller.Kind.EMPLOYEE;
    if (employee && !Ownership.authorsAreNamed(entry)) {
      DmpRefusal refusal =
          DmpRefusal.chosen(
              RegistryError.METADATA,
              entry.id() + " : le nom et le prénom de l'auteur (authorPerson) sont obligatoires.");
      errors.add(RegistryError.at(refusal.code(), entry.id(), refusal.text()));
    }
  }

  private void alone(Provided provided, List<RegistryError> errors) {
    Set<String> described =
        provided.submission().documents().stream()
            .map(entry -> strict ? entry.id() : Provided.loosely(entry.id()))
            .collect(Collectors.toUnmodifiableSet());
    for (Bytes document : provided.documents()) {
      if (!described.contains(strict ? document.id() : Provided.loosely(document.id()))) {
        errors.add(
            RegistryError.at(
                RegistryError.MISSING_METADATA,
                document.id(),
                "Le contenu " + document.id() + " n'a pas de métadonnées."));
      }
    }
  }

  private static void twice(List<DocumentEntry> entries, List<RegistryError> errors) {
    Set<String> seen = new HashSet<>();
    for (DocumentEntry entry : entries) {
      for (String uniqueId : entry.uniqueId()) {
        if (!seen.add(uniqueId)) {
          errors.add(
              RegistryError.at(
                  RegistryError.DUPLICATE,
                  entry.id(),
                  "uniqueId répété dans l'envoi : " + uniqueId));
        }
      }
    }
  }
}
