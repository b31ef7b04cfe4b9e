package fr.socle.lps.actions;

import fr.socle.lps.actions.DmpViews.NewView;
import fr.socle.lps.actions.DmpViews.NewerView;
import fr.socle.lps.dmp.cda.CdaReader;
import fr.socle.lps.dmp.client.About;
import fr.socle.lps.dmp.client.DmpClient;
import fr.socle.lps.dmp.client.Link;
import fr.socle.lps.dmp.client.Retrieved;
import fr.socle.lps.dmp.ebxml.FoundEntry;
import fr.socle.lps.dmp.ebxml.Status;
import fr.socle.lps.dmp.ebxml.StoredQuery;
import fr.socle.lps.dmp.record.Documents;
import fr.socle.lps.dmp.record.Held;
import fr.socle.lps.dmp.record.PatientDmp;
import fr.socle.lps.dmp.soap.DmpRefused;
import fr.socle.lps.dmp.soap.DmpUnreachable;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The documents of the DMP of a patient, as far as they were asked for. */
final class DmpLibrary {

  private static final DateTimeFormatter DIGITS =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);
  private static final Duration TWO_YEARS = Duration.ofDays(730);
  private static final Duration KEPT = Duration.ofHours(12);

  private final Documents documents;
  private final DmpVisit visit;
  private final Clock clock;
  private final Defects defects;

  DmpLibrary(Documents documents, DmpVisit visit, Clock clock, Defects defects) {
    this.documents = documents;
    this.visit = visit;
    this.clock = clock;
    this.defects = defects;
  }

  static String digits(Instant instant) {
    return DIGITS.format(instant);
  }

  /** Makes a search and keeps what it finds. */
  List<FoundEntry> search(Dossier dossier, DmpClient client, StoredQuery query)
      throws DmpVisit.Obstacle, DmpUnreachable, DmpRefused, InterruptedException {
    List<FoundEntry> found = client.search(visit.about(dossier), query);
    visit.of(dossier).listed(found);
    return found;
  }

  /** The documents of the last two years. */
  List<FoundEntry> recent(Dossier dossier, DmpClient client)
      throws DmpVisit.Obstacle, DmpUnreachable, DmpRefused, InterruptedException {
    About about = visit.about(dossier);
    return search(
        dossier,
        client,
        StoredQuery.documents(about.patient(), List.of(Status.ACTUEL))
            .at("$XDSDocumentEntryServiceStartTimeFrom", digits(clock.instant().minus(TWO_YEARS))));
  }

  /** How many documents others added since the last visit, by type (DMP/UX.15). */
  List<NewView> added(Dossier dossier, List<FoundEntry> recent) {
    Map<String, Integer> counts = new TreeMap<>();
    for (FoundEntry entry : visit.of(dossier).seenNow(recent)) {
      if (!isOurs(dossier, entry.uniqueId()) || defects.has(Mutant.DMP_NOUVEAUTES_LES_SIENNES)) {
        counts.merge(entry.type(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .map(each -> new NewView(each.getKey(), each.getValue()))
        .toList();
  }

  private boolean isOurs(Dossier dossier, String uniqueId) {
    return documents.find(dossier.id(), uniqueId).isPresent();
  }

  /** Documents of the record that are not current any more at the DMP (CDA/DD.05). */
  List<NewerView> newer(Dossier dossier, DmpClient client, List<FoundEntry> recent)
      throws DmpVisit.Obstacle, DmpUnreachable, DmpRefused, InterruptedException {
    PatientDmp dmp = visit.of(dossier);
    List<NewerView> newer = new ArrayList<>();
    for (Held held : dmp.imported()) {
      Optional<String> replacement =
          recent.stream().anyMatch(entry -> entry.uniqueId().equals(held.uniqueId()))
              ? Optional.empty()
              : replacement(dossier, client, held);
      replacement.ifPresent(
          uniqueId -> {
            dmp.newer(held.uniqueId(), uniqueId);
            newer.add(new NewerView(held.uniqueId(), uniqueId));
          });
    }
    return newer;
  }

  private Optional<String> replacement(Dossier dossier, DmpClient client, Held held)
      throws DmpVisit.Obstacle, DmpUnreachable, DmpRefused, InterruptedException {
    About about = visit.about(dossier);
    Set<String> sources =
        client.links(about, StoredQuery.associations(List.of(held.entryUuid()))).stream()
            .filter(Link::replaces)
            .filter(link -> link.target().equals(held.entryUuid()))
            .map(Link::source)
            .collect(Collectors.toSet());
    return sources.isEmpty()
        ? Optional.empty()
        : client.search(about, StoredQuery.entries(sources)).stream()
            .map(FoundEntry::uniqueId)
            .findFirst();
  }

  /** The entry of a document: of the last list, else asked for. */
  FoundEntry entry(Dossier dossier, DmpClient client, String uniqueId)
      throws DmpVisit.Obstacle, DmpUnreachable, DmpRefused, InterruptedException {
    Optional<FoundEntry> listed = visit.of(dossier).listed(uniqueId);
    return listed.isPresent()
        ? listed.get()
        : search(dossier, client, StoredQuery.document(List.of(uniqueId), false)).stream()
            .findFirst()
            .orElseThrow(
                () -> new DmpVisit.Obstacle("Ce document n'est pas au DMP de ce patient."));
  }

  /** The entry of a document as it is now. */
  FoundEntry fresh(Dossier dossier, DmpClient client, String uniqueId)
      throws DmpVisit.Obstacle, DmpUnreachable, DmpRefused, InterruptedException {
    visit.of(dossier).changed();
    return entry(dossier, client, uniqueId);
  }

  /** Fetches a document. */
  Held fetch(Dossier dossier, DmpClient client, String uniqueId, boolean imports)
      throws DmpVisit.Obstacle, DmpUnreachable, DmpRefused, InterruptedException {
    FoundEntry entry = entry(dossier, client, uniqueId);
    Retrieved got = client.retrieve(visit.about(dossier), depot(entry), uniqueId);
    String title = entry.title().isEmpty() ? CdaReader.title(got.bytes()) : entry.title();
    return new Held(
        uniqueId,
        entry.entryUuid(),
        title,
        got.mimeType(),
        got.bytes(),
        imports,
        clock.instant().plus(KEPT));
  }

  private String depot(FoundEntry entry) {
    return entry.repository() + (defects.has(Mutant.DMP_DEPOT_AUTRE) ? ".1" : "");
  }

  /** A document that is here. */
  Optional<Held> held(Dossier dossier, String uniqueId) {
    return visit.of(dossier).held(uniqueId, clock.instant());
  }

  /** The documents made here. */
  Documents made() {
    return documents;
  }
}
