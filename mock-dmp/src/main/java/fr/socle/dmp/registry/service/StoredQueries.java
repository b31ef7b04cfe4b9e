package fr.socle.dmp.registry.service;

import fr.socle.dmp.registry.service.AdhocQuery.Kind;
import fr.socle.dmp.service.Act;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.PatientDmp;
import fr.socle.dmp.service.PatientId;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.RegistryObject;
import fr.socle.documents.xds.SubmissionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** TD3.1: every search starts from the patient, an identifier or a link: dmp.md 1.10. */
final class StoredQueries {
  private static final String DOCUMENT_UUID = "$XDSDocumentEntryEntryUUID";
  private static final String DOCUMENT_ID = "$XDSDocumentEntryUniqueId";
  private static final String DOCUMENT_STATUS = "$XDSDocumentEntryStatus";
  private static final String SET_STATUS = "$XDSSubmissionSetStatus";

  private static final List<String> IDENTIFIERS = List.of(DOCUMENT_UUID, DOCUMENT_ID, "$uuid");

  private final Room room;

  StoredQueries(Room room) {
    this.room = room;
  }

  SearchResult find(AdhocQuery query, Access access) {
    PatientId patient = access.patient();
    DmpCaller caller = access.caller();
    PatientDmp dmp = room.service().of(patient, caller);
    Optional<DmpRefusal> refusal =
        dmp.refusal(caller, query.byReference() ? Act.FIND_BY_REFERENCE : Act.FIND);
    if (refusal.isPresent()) {
      return SearchResult.refused(RegistryError.of(refusal.get()));
    }
    RegistryError error = error(query, patient);
    if (error != null) {
      return SearchResult.refused(error);
    }
    Kind kind = query.kind().orElseThrow();
    long named = IDENTIFIERS.stream().mapToLong(slot -> query.values(slot).size()).sum();
    if (named > room.settings().identifiers()) {
      return SearchResult.refused(
          RegistryError.of(
              RegistryError.TOO_MANY,
              named
                  + " identifiants demandés : "
                  + room.settings().identifiers()
                  + " au plus, demandez-les en plusieurs fois."));
    }
    try {
      return new SearchResult(
          room.store()
              .inTransaction(
                  session -> {
                    List<RegistryObject> found =
                        new Search(session, query, patient, new Reader(dmp, caller)).of(kind);
                    bounded(found, query);
                    // Who asks for an identifier in order to delete reads nothing: dmp.md 1.2.
                    if (!query.byReference()) {
                      session.acted(room.service(), dmp, true);
                    }
                    session.accessed(room.service(), access);
                    return found;
                  }),
          List.of());
    } catch (RefusedException e) {
      return new SearchResult(List.of(), e.errors());
    }
  }

  private void bounded(List<RegistryObject> found, AdhocQuery query) throws RefusedException {
    long most = room.settings().results();
    if (most > 0 && found.size() > most && !query.references()) {
      throw new RefusedException(
          RegistryError.of(
              RegistryError.TOO_MANY,
              found.size() + " résultats : " + most + " au plus, resserrez la recherche."));
    }
  }

  private @Nullable RegistryError error(AdhocQuery query, PatientId patient) {
    Kind kind = query.kind().orElse(null);
    if (kind == null) {
      return RegistryError.of(
          RegistryError.UNKNOWN_QUERY, "La requête « " + query.id() + " » n'existe pas.");
    }
    for (String slot : List.of("$XDSDocumentEntryPatientId", "$XDSSubmissionSetPatientId")) {
      for (String value : query.values(slot)) {
        // dmp.md 1.10 (S:DEH): the OID is compared too.
        if (PatientId.read(value).filter(patient::equals).isEmpty()) {
          return RegistryError.at(
              DmpRefusal.OTHER_PATIENT,
              slot,
              "Le patient " + value + " n'est pas celui du VIHF (" + patient.composite() + ").");
        }
      }
    }
    List<QueryCriteria.Defect> defects =
        room.settings().wrongCriteriaRefused() ? QueryCriteria.defects(query) : List.of();
    if (!defects.isEmpty()) {
      QueryCriteria.Defect first = defects.get(0);
      return RegistryError.at(
          first.repeated() ? RegistryError.PARAMETER_NUMBER : RegistryError.REGISTRY,
          first.parameter(),
          first.parameter() + " est " + first.found() + " : il faut " + first.expected() + ".");
    }
    return switch (kind) {
      case FIND_DOCUMENTS -> needed(query, DOCUMENT_STATUS);
      case FIND_SUBMISSION_SETS -> needed(query, SET_STATUS);
      case FIND_BY_REFERENCE_ID -> {
        RegistryError status = needed(query, DOCUMENT_STATUS);
        yield status == null ? needed(query, "$XDSDocumentEntryReferenceIdList") : status;
      }
      case GET_ASSOCIATIONS -> needed(query, "$uuid");
      case GET_DOCUMENTS, GET_DOCUMENTS_AND_ASSOCIATIONS -> oneOf(query);
    };
  }

  private static @Nullable RegistryError needed(AdhocQuery query, String parameter) {
    return query.values(parameter).isEmpty()
        ? RegistryError.at(
            RegistryError.MISSING_PARAMETER, parameter, "Il manque le paramètre " + parameter + ".")
        : null;
  }

  private static @Nullable RegistryError oneOf(AdhocQuery query) {
    boolean byUuid = !query.values(DOCUMENT_UUID).isEmpty();
    boolean byId = !query.values(DOCUMENT_ID).isEmpty();
    if (byUuid && byId) {
      return RegistryError.of(
          RegistryError.PARAMETER_NUMBER,
          DOCUMENT_UUID + " et " + DOCUMENT_ID + " ne vont pas ensemble.");
    }
    return byUuid || byId ? null : needed(query, DOCUMENT_ID);
  }

  /** One search being made. */
  private static final class Search {
    private final RegistrySession session;
    private final AdhocQuery query;
    private final PatientId patient;
    private final Reader reader;
    private final Map<String, Optional<StoredEntry>> ends = new HashMap<>();

    Search(RegistrySession session, AdhocQuery query, PatientId patient, Reader reader) {
      this.session = session;
      this.query = query;
      this.patient = patient;
      this.reader = reader;
    }

    List<RegistryObject> of(Kind kind) {
      return switch (kind) {
        case FIND_DOCUMENTS, FIND_BY_REFERENCE_ID -> documents();
        case FIND_SUBMISSION_SETS -> sets();
        case GET_DOCUMENTS -> named().stream().map(StoredEntry::sent).toList();
        case GET_ASSOCIATIONS -> links(query.values("$uuid"));
        case GET_DOCUMENTS_AND_ASSOCIATIONS -> {
          List<StoredEntry> entries = named();
          List<RegistryObject> all =
              new ArrayList<>(entries.stream().map(StoredEntry::sent).toList());
          all.addAll(links(entries.stream().map(StoredEntry::uuid).toList()));
          yield all;
        }
      };
    }

    private List<RegistryObject> documents() {
      Predicate<DocumentEntry> asked = EntryFilter.asked(query);
      return statuses(DOCUMENT_STATUS).stream()
          .flatMap(status -> session.currentOf(patient.number(), status).stream())
          // The document that signs a submission is no document of the patient's list (A).
          .filter(entry -> !entry.entry().isSignature())
          .filter(reader::isShown)
          .filter(entry -> asked.test(entry.entry()))
          .map(StoredEntry::sent)
          .toList();
    }

    private Set<Availability> statuses(String parameter) {
      return query.values(parameter).stream()
          .flatMap(value -> Availability.of(value).stream())
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Submission sets are not hidden with their documents: their title, author and time are told to
     * whoever may search, their links to what is hidden are not. Whether the national service does
     * is not sourced (A).
     */
    private List<RegistryObject> sets() {
      Predicate<SubmissionSet> asked = SetFilter.asked(query);
      // A submission set is never replaced: approved is all it can be.
      if (!statuses(SET_STATUS).contains(Availability.APPROVED)) {
        return List.of();
      }
      return session.setsOf(patient.number()).stream()
          .map(StoredSet::sent)
          .filter(set -> asked.test(new SubmissionSet(set)))
          .toList();
    }

    private List<StoredEntry> named() {
      List<StoredEntry> found = new ArrayList<>();
      query.values(DOCUMENT_UUID).stream()
          .distinct()
          .forEach(uuid -> session.entry(uuid).ifPresent(found::add));
      query.values(DOCUMENT_ID).stream()
          .distinct()
          .forEach(id -> session.ofDocument(id).ifPresent(found::add));
      boolean references = query.byReference();
      return found.stream()
          .filter(entry -> entry.ins().equals(patient.number()))
          .filter(
              entry -> {
                StoredEntry now = present(entry);
                return references ? reader.mayName(now) : reader.isShown(now);
              })
          .toList();
    }

    /** What a document is hidden from is what its last version says, whatever version is named. */
    private StoredEntry present(StoredEntry entry) {
      return entry.current() ? entry : session.current(entry.lid()).orElse(entry);
    }

    private List<RegistryObject> links(List<String> uuids) {
      Map<String, RegistryObject> links = new LinkedHashMap<>();
      for (String uuid : uuids) {
        String here = end(uuid);
        if (here == null) {
          continue;
        }
        for (StoredLink link : session.linksOf(lid(uuid))) {
          String source = end(link.source());
          String target = end(link.target());
          if (source != null && target != null) {
            links.put(link.uuid(), link.sent(source, target));
          }
        }
      }
      return List.copyOf(links.values());
    }

    /**
     * The present identifier of an end of a link; null when it is masked to the caller, who is not
     * to learn it through links either.
     */
    private @Nullable String end(String uuid) {
      StoredEntry entry = known(uuid);
      if (entry == null) {
        return session.set(uuid).filter(set -> set.ins().equals(patient.number())).isPresent()
            ? uuid
            : null;
      }
      return entry.ins().equals(patient.number()) && reader.mayName(entry) ? entry.uuid() : null;
    }

    private String lid(String uuid) {
      StoredEntry entry = known(uuid);
      return entry == null ? uuid : entry.lid();
    }

    /** The last version of the document that an identifier of any of its versions names. */
    private @Nullable StoredEntry known(String uuid) {
      return ends.computeIfAbsent(uuid, any -> session.entry(any).map(this::present)).orElse(null);
    }
  }
}
