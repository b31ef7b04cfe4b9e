package fr.socle.dmp;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.bench.client.api.DmpContent;
import fr.socle.bench.client.api.DmpContentRequest;
import fr.socle.bench.client.api.DmpDocument;
import fr.socle.bench.client.api.DmpDocumentChange;
import fr.socle.bench.client.api.DmpDocumentRequest;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.dmp.registry.service.ArrangedDocument;
import fr.socle.dmp.registry.service.Availability;
import fr.socle.dmp.registry.service.Eye;
import fr.socle.dmp.registry.service.KeptDocument;
import fr.socle.dmp.registry.service.Listed;
import fr.socle.dmp.registry.service.RefusedException;
import fr.socle.dmp.registry.service.RegistryDesk;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.DmpService;
import fr.socle.dmp.service.KnownPatient;
import fr.socle.dmp.service.KnownProfessional;
import fr.socle.dmp.service.PresetDocument;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.hl7.Xcn;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The documents of the DMP in the control API. */
final class DocumentDesk {
  private static final String NOT_SAID = "";

  /** A profession of G15, as eyes: {@code profession-60}. */
  private static final Pattern PROFESSION = Pattern.compile("profession-[0-9]{2}");

  private static final Map<String, Availability> STATUSES =
      Map.of(
          "approuve", Availability.APPROVED,
          "obsolete", Availability.DEPRECATED,
          "archive", Availability.ARCHIVED,
          "supprime", Availability.DELETED);

  private final DmpService service;
  private final RegistryDesk documents;
  private final RequestedDocuments read;
  private final Clock clock;

  DocumentDesk(DmpService service, RegistryDesk documents, ValueSets codes, Clock clock) {
    this.service = service;
    this.documents = documents;
    this.read = new RequestedDocuments(service.people(), codes, clock);
    this.clock = clock;
  }

  List<ControlOperation<?, ?>> operations() {
    return List.of(
        new ControlOperation<>(
            "POST",
            "document",
            "Puts a document in a DMP, as another professional or the patient did",
            DmpDocumentRequest.class,
            DmpDocument.class,
            this::put),
        new ControlOperation<>(
            "POST",
            "document-change",
            "Masks, shows, archives or deletes a document, as the patient does",
            DmpDocumentChange.class,
            DmpDocument.class,
            this::change),
        new ControlOperation<>(
            "POST",
            "documents",
            "The documents of a DMP, as somebody sees them or as nobody does",
            DmpContentRequest.class,
            DmpContent.class,
            this::shown));
  }

  private DmpDocument put(DmpDocumentRequest request) {
    ArrangedDocument document = read.document(request, patient(request.ins()));
    byte[] bytes = content(request.content());
    try {
      documents.arrange(
          document,
          bytes,
          request.text() == null ? document.title() : request.text(),
          request.status() == null ? Availability.APPROVED : status(request.status()));
      return one(request.ins(), document.uniqueId());
    } catch (RefusedException e) {
      throw refused(e);
    }
  }

  /** Puts the documents of a preset, unless the DMP has some already. */
  void furnish(String ins, List<PresetDocument> preset) {
    try {
      if (preset.isEmpty() || !documents.documents(ins).isEmpty()) {
        return;
      }
    } catch (RefusedException e) {
      throw refused(e);
    }
    Map<String, String> byTitle = new HashMap<>();
    for (PresetDocument each : preset) {
      DmpDocument there =
          put(
              new DmpDocumentRequest(
                  ins,
                  each.type(),
                  each.title(),
                  each.author(),
                  clock.instant().minus(Duration.ofDays(each.daysAgo())),
                  null,
                  each.visibility(),
                  each.text(),
                  null,
                  each.mimeType().isEmpty() ? null : each.mimeType(),
                  each.format().isEmpty() ? null : each.format(),
                  each.status(),
                  byTitle.get(each.replaces()),
                  null));
      byTitle.put(each.title(), there.uniqueId());
    }
  }

  private DmpDocument change(DmpDocumentChange request) {
    requireKnown(request.ins());
    List<String> visibility = request.visibility();
    String status = request.status();
    try {
      documents.rearrange(
          request.ins(),
          request.uniqueId(),
          visibility == null ? null : read.visibility(visibility),
          status == null ? null : status(status));
      return one(request.ins(), request.uniqueId());
    } catch (RefusedException e) {
      throw refused(e);
    }
  }

  private DmpContent shown(DmpContentRequest request) {
    requireKnown(request.ins());
    String as = request.as();
    try {
      if (as != null && PROFESSION.matcher(as).matches()) {
        return new DmpContent(
            request.ins(),
            as,
            null,
            documents.ofProfession(request.ins(), as.substring(as.indexOf('-') + 1)).stream()
                .map(DocumentDesk::shown)
                .toList());
      }
      if (as != null && Eye.named(as).isEmpty()) {
        Listed listed = documents.listed(patient(request.ins()).id(), caller(as));
        return new DmpContent(
            request.ins(),
            as,
            listed.refusal().isEmpty() ? null : listed.refusal(),
            listed.documents().stream().map(DocumentDesk::shown).toList());
      }
      Eye eye = as == null ? null : Eye.named(as).orElseThrow();
      return new DmpContent(
          request.ins(),
          as,
          null,
          documents.documents(request.ins()).stream()
              .filter(each -> eye == null || each.seenBy().contains(eye))
              .map(DocumentDesk::shown)
              .toList());
    } catch (RefusedException e) {
      throw refused(e);
    }
  }

  /** A professional by card, in the first place where he works. */
  private DmpCaller caller(String nationalId) {
    KnownProfessional one =
        service
            .people()
            .professional(nationalId)
            .orElseThrow(
                () ->
                    new InvalidControlRequestException(
                        "regard-inconnu",
                        "Le regard « "
                            + nationalId
                            + " » n'est ni le PS_IdNat d'un professionnel de cet espace, ni un de profession-NN (NN de G15), "
                            + Arrays.stream(Eye.values())
                                .map(Eye::word)
                                .collect(Collectors.joining(", "))
                            + "."));
    return DmpCaller.byCard(one);
  }

  private static Availability status(String word) {
    return Optional.ofNullable(STATUSES.get(word))
        .orElseThrow(
            () ->
                new InvalidControlRequestException(
                    "statut-inconnu",
                    "Le statut « "
                        + word
                        + " » n'est aucun de approuve, obsolete, archive, supprime."));
  }

  private static byte @Nullable [] content(@Nullable String base64) {
    if (base64 == null) {
      return null;
    }
    try {
      return Base64.getMimeDecoder().decode(base64.getBytes(UTF_8));
    } catch (IllegalArgumentException e) {
      throw new InvalidControlRequestException(
          "contenu-illisible", "Le contenu n'est pas en base64 : encodez les octets du document.");
    }
  }

  private KnownPatient patient(String ins) {
    return service
        .people()
        .byNumber(ins)
        .orElseThrow(
            () ->
                new InvalidControlRequestException(
                    "patient-inconnu",
                    "Aucun patient de cet espace n'a l'INS « "
                        + ins
                        + " » (quinze caractères, clé comprise) : créez-le d'abord."));
  }

  private void requireKnown(String ins) {
    Object unused = patient(ins);
  }

  private DmpDocument one(String ins, String uniqueId) throws RefusedException {
    return documents.documents(ins).stream()
        .filter(each -> each.uniqueId().equals(uniqueId))
        .findFirst()
        .map(DocumentDesk::shown)
        .orElseThrow(() -> new IllegalStateException("it was just written"));
  }

  private static DmpDocument shown(KeptDocument one) {
    return new DmpDocument(
        one.uniqueId(),
        one.uuid(),
        one.lid(),
        one.version(),
        word(one.availability()),
        first(one.metadata().typeCode()),
        first(one.metadata().classCode()),
        first(one.metadata().formatCode()),
        one.metadata().mimeType(),
        one.metadata().title(),
        one.metadata().authors().stream()
            .flatMap(author -> author.persons().stream())
            .map(person -> Xcn.read(person).id())
            .toList(),
        one.metadata().creationTime().stream().findFirst().orElse(NOT_SAID),
        one.submitted(),
        one.hiddenFrom(),
        one.size(),
        one.key(),
        one.metadata().isSignature(),
        one.seenBy().stream().map(Eye::word).toList());
  }

  private static String word(Availability availability) {
    return STATUSES.entrySet().stream()
        .filter(each -> each.getValue() == availability)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static String first(List<Coded> all) {
    return all.isEmpty() ? NOT_SAID : all.get(0).code();
  }

  private static InvalidControlRequestException refused(RefusedException e) {
    return new InvalidControlRequestException(
        "document-refuse", e.errors().get(0).code() + " : " + e.errors().get(0).context());
  }
}
