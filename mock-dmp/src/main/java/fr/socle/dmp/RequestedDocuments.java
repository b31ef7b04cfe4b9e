package fr.socle.dmp;

import fr.socle.bench.client.api.DmpDocumentRequest;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.dmp.registry.service.ArrangedDocument;
import fr.socle.dmp.registry.service.RegistryDesk;
import fr.socle.dmp.service.KnownPatient;
import fr.socle.dmp.service.KnownProfessional;
import fr.socle.dmp.service.PatientDirectory;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.codes.ValueSets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes documents of what the control API asks, in words of codes and people of the space. */
final class RequestedDocuments {
  private static final String PATIENT = "patient";
  private static final String ANOTHER_DOCTOR = "899990000012";
  private static final String CDA = "text/xml";
  private static final String NOT_SAID = "";

  private final PatientDirectory people;
  private final ValueSets codes;
  private final Clock clock;

  RequestedDocuments(PatientDirectory people, ValueSets codes, Clock clock) {
    this.people = people;
    this.codes = codes;
    this.clock = clock;
  }

  ArrangedDocument document(DmpDocumentRequest request, KnownPatient patient) {
    Instant date = request.date() == null ? clock.instant() : request.date();
    Coded type =
        codes
            .typeCode()
            .named(request.type())
            .orElseThrow(() -> wrong("type-inconnu", "Le type « " + request.type() + " »"));
    return new ArrangedDocument(
        patient,
        author(request.author()),
        type,
        documentClass(type),
        format(request),
        request.mimeType() == null ? CDA : request.mimeType(),
        request.title() == null ? type.label() : request.title(),
        date,
        request.submitted() == null ? date : request.submitted(),
        visibility(request.visibility() == null ? List.of() : request.visibility()),
        request.uniqueId() == null ? RegistryDesk.newOid() : request.uniqueId(),
        request.replaces());
  }

  List<Coded> visibility(List<String> words) {
    return words.stream()
        .map(
            word ->
                codes
                    .confidentialityCode()
                    .named(word)
                    .orElseThrow(
                        () -> wrong("visibilite-inconnue", "La visibilité « " + word + " »")))
        .toList();
  }

  private @Nullable KnownProfessional author(@Nullable String asked) {
    if (PATIENT.equals(asked)) {
      return null;
    }
    String nationalId = asked == null ? ANOTHER_DOCTOR : asked;
    return people
        .professional(nationalId)
        .orElseThrow(() -> wrong("auteur-inconnu", "Le professionnel « " + nationalId + " »"));
  }

  private Coded documentClass(Coded type) {
    return ValueSets.classOf(type.code())
        .flatMap(code -> codes.classCode().named(code))
        .orElseThrow(() -> wrong("classe-inconnue", "La classe du type « " + type.code() + " »"));
  }

  private Coded format(DmpDocumentRequest request) {
    String asked = request.format();
    String format =
        asked == null
            ? ValueSets.formatOf(request.content() == null ? "text/plain" : NOT_SAID)
                .orElse("urn:asipSante:modelesHorsProfils:2011")
            : asked;
    return codes
        .formatCode()
        .named(format)
        .orElseThrow(() -> wrong("format-inconnu", "Le format « " + format + " »"));
  }

  private static InvalidControlRequestException wrong(String code, String what) {
    return new InvalidControlRequestException(
        code, what + " n'est pas connu de cet espace : corrigez-le, ou ne le dites pas.");
  }
}
